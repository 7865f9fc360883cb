package org.moderato.packaged;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.moderato.TestFolder;
import org.moderato.packaged.Traffic.Shape;

/** Exact with two instances and many clients, whatever happens to them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ClusterCase {

  private static final int INSTANCES = 2;
  private static final Duration SPAN = Duration.ofDays(60);
  private static final int HOT = 10;
  private static final int GROUPED = 12;
  private static final int GROUP = 3;

  private PostgresServer server;
  private Database database;
  private String url;
  private Cluster cluster;

  /**
   * How much of everything.
   *
   * @param hot requests about few customers
   */
  record Extent(int hot) {}

  abstract Extent extent();

  @BeforeAll
  void start() throws Exception {
    server = new PostgresServer(getClass().getSimpleName());
    url = server.newDatabase();
    database = Database.postgresql(url).with("moderato.evaluation.max-ahead", "4000d");
    cluster = new Cluster(IntStream.range(0, INSTANCES).mapToObj(this::instance).toList());
  }

  private PackagedService instance(int number) {
    TestFolder folder = new TestFolder(getClass().getSimpleName() + "-" + number);
    return new PackagedService(folder.workbook("caps.xlsx", Caps.workbook()), database);
  }

  @AfterAll
  void stop() throws Exception {
    if (cluster != null) {
      cluster.close();
    }
    server.close();
  }

  private Run run(String name) throws Exception {
    return Run.of(getClass().getSimpleName().toLowerCase() + "-" + name, url);
  }

  private static Shape hot(String category, int customers, int requests) {
    return Shape.hot(category, customers, SPAN.dividedBy(requests));
  }

  @Test
  void aHandfulOfCustomersWhomEveryoneAsksAbout() throws Exception {
    Run run = run("hot");
    Traffic traffic = new Traffic(run.name(), hot(Caps.PERSON, HOT, extent().hot()), 1);
    Load load = new Load(run.journal(), cluster).ask(traffic.next(extent().hot()));
    run.check(load, false, "");
  }

  @Test
  void accountsThatShareACap() throws Exception {
    grouped("account", Caps.ACCOUNT);
  }

  @Test
  void householdsThatShareACap() throws Exception {
    grouped("household", Caps.HOUSEHOLD);
  }

  private void grouped(String kind, String category) throws Exception {
    Run run = run(kind);
    run.group(cluster.instance(0), kind, GROUPED, GROUP);
    Traffic traffic = new Traffic(run.name(), hot(category, GROUPED, extent().hot()), 1);
    Load load = new Load(run.journal(), cluster).ask(traffic.next(extent().hot()));
    run.check(load, false, "");
  }
}
