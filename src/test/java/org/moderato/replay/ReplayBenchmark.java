package org.moderato.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.moderato.Api;
import org.moderato.OnH2;
import org.moderato.ServedStrategy;
import org.moderato.TestFolder;
import org.moderato.release.Deadline;
import org.moderato.release.Lease;
import org.moderato.release.ReleaseRegistry;
import org.moderato.release.StrategyFiles;

/** How many decisions a second are judged again, under the strategy that ships, twice each. */
@QuarkusTest
@TestProfile(OnH2.class)
class ReplayBenchmark {

  private static final int DECISIONS = 5_000;
  private static final int ROUNDS = 6;

  private static void save(TestFolder folder) {
    StrategyFiles.readFrom(Path.of(".")).workbooks().forEach(folder::write);
  }

  @Test
  void replays() throws Exception {
    ServedStrategy.use("shipped", ReplayBenchmark::save);
    record();
    Replay replay = Arc.container().instance(Replay.class).get();
    try (Lease lease =
        Arc.container().instance(ReleaseRegistry.class).get().acquire().orElseThrow()) {
      Trial trial = new Trial(lease.release(), Optional.of(lease.release()));
      for (int round = 0; round < ROUNDS; round++) {
        List<Replayed> changed = new ArrayList<>();
        long started = System.nanoTime();
        Extent extent =
            replay.run(
                trial,
                DECISIONS,
                new Deadline(Duration.ofMinutes(5)),
                one -> {
                  if (one.isChanged()) {
                    changed.add(one);
                  }
                });
        long millis = (System.nanoTime() - started) / 1_000_000;
        System.getLogger("replay")
            .log(
                System.Logger.Level.INFO,
                extent
                    + " in "
                    + millis
                    + " ms: "
                    + extent.judged() * 1000L / millis
                    + " a second");
        assertThat(changed).isEmpty();
      }
    }
  }

  private static void record() {
    Random random = new Random(1);
    String run = Api.newId();
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    for (int sent = 0; sent < DECISIONS; sent += 500) {
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        String category = List.of("promotion", "news", "survey", "bill").get(random.nextInt(4));
        String at = "'at': '%s'".formatted(now.minusSeconds(random.nextInt(30 * 86_400)));
        lines.add(Api.message(Api.newId(), run + random.nextInt(500), category, at));
      }
      assertThat(Api.lines("/v1/evaluations/batch", lines)).hasSize(500);
    }
  }
}
