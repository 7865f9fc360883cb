package org.moderato.packaged;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.moderato.TestFolder;
import org.moderato.packaged.agent.Tampering.Without;
import org.moderato.packaged.agent.TamperingJar;

/** Two instances of the packaged service that share a database server of their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
abstract class TwoInstances {

  static final int INSTANCES = 2;

  private static final Duration WRONG = Duration.ofMinutes(2);

  PostgresServer server;
  String url;
  Database database;
  Cluster cluster;

  @BeforeAll
  void start() throws Exception {
    server = new PostgresServer(getClass().getSimpleName());
    url = server.newDatabase();
    database =
        Database.postgresql(url)
            .with("moderato.evaluation.max-ahead", "4000d")
            .with("quarkus.shutdown.delay", "2s");
    cluster = two();
  }

  /** Two instances, perhaps without something that protects what they promise. */
  final Cluster two(Without... protections) throws Exception {
    List<PackagedService> instances = new ArrayList<>();
    for (int number = 0; number < INSTANCES; number++) {
      instances.add(instance(number, database).with(TamperingJar.without(protections)));
    }
    return new Cluster(instances);
  }

  /** Their clocks lie four minutes apart, and neither is right. */
  final PackagedService instance(int number, Database data) {
    TestFolder folder = new TestFolder(getClass().getSimpleName() + "-" + number);
    return new PackagedService(folder.workbook("caps.xlsx", Caps.workbook()), data)
        .with(TamperingJar.clock(number % 2 == 0 ? WRONG : WRONG.negated()));
  }

  @AfterAll
  void stop() throws Exception {
    if (cluster != null) {
      cluster.close();
    }
    server.close();
  }

  final Run run(String name) throws Exception {
    return Run.of(getClass().getSimpleName().toLowerCase(Locale.ROOT) + "-" + name, url);
  }
}
