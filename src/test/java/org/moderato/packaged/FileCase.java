package org.moderato.packaged;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.moderato.TestFolder;
import org.moderato.packaged.Traffic.Shape;
import org.moderato.packaged.check.Violation;

/** The only instance on its H2 file, killed while it answers. */
@Execution(ExecutionMode.CONCURRENT)
abstract class FileCase {

  private static final int CUSTOMERS = 100;
  private static final String FORM =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

  private TestFolder folder;

  @BeforeEach
  void ownFolder(TestInfo test) {
    folder = new TestFolder(test.getTestMethod().orElseThrow().getName());
  }

  final String file() {
    return "jdbc:h2:file:" + folder.path().resolve(".moderato/db").toAbsolutePath() + FORM;
  }

  /** What was wrong after so many kills; prints the figures. */
  final List<Violation> violationsAfter(int kills, int clients, Database database)
      throws Exception {
    folder.workbook("caps.xlsx", Caps.workbook());
    Run run = Run.of(folder.path().getFileName().toString().toLowerCase(), file());
    Load load;
    try (Cluster one = new Cluster(List.of(new PackagedService(folder, database)))) {
      load = new Load(run.journal(), one, clients);
      Shape shape = Shape.hot(Caps.PERSON, CUSTOMERS, Duration.ofMinutes(2));
      Random random = new Random(kills);
      load.askDuring(
              new Traffic(run.name(), shape, 1),
              () -> {
                for (int kill = 0; kill < kills; kill++) {
                  Thread.sleep(500 + random.nextInt(1_500));
                  one.instance(0).kill();
                  one.instance(0).start();
                }
                Thread.sleep(500);
              })
          .askAgain();
    }
    List<Violation> violations = run.violations(true);
    System.getLogger("cluster")
        .log(
            System.Logger.Level.INFO,
            "{0}: {1}, {2} kills, {3} violations",
            run.name(),
            load.figures(),
            kills,
            violations.size());
    return violations;
  }
}
