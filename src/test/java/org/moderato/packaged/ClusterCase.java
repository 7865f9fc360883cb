package org.moderato.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.moderato.packaged.KeptConnections.Answer;
import org.moderato.packaged.Traffic.Shape;
import org.moderato.packaged.check.Exchange;
import org.moderato.packaged.check.Journal;

/** Exact with two instances and many clients, whatever happens to them. */
abstract class ClusterCase extends TwoInstances {

  private static final Duration SPAN = Duration.ofDays(60);
  private static final int MANY = 10_000;
  private static final int HOT = 10;
  private static final int GROUPED = 12;
  private static final int GROUP = 3;

  /** Of what is shuffled, so much: retries come soon after what they repeat. */
  private static final int NEAR = 300;

  /** What the JVM says of a process that ended because it was asked to. */
  private static final int TERMINATED = 128 + 15;

  private static final AtomicLong NUMBERS = new AtomicLong();

  /**
   * How much of everything.
   *
   * @param seeds how often with many customers
   * @param many requests about many customers
   * @param hot requests about few customers
   * @param ids message ids that everybody uses at once
   * @param kills how often an instance is killed, or asked to stop
   * @param clients who ask meanwhile
   */
  record Extent(int seeds, int many, int hot, int ids, int kills, int clients) {

    /** How often the database server is killed. */
    int crashes() {
      return kills / 2;
    }
  }

  abstract Extent extent();

  private static Shape hot(String category, int customers, int requests) {
    return Shape.hot(category, customers, SPAN.dividedBy(requests));
  }

  @Test
  void manyCustomersOfWhomSomeAreAskedAboutMost() throws Exception {
    for (int seed = 1; seed <= extent().seeds(); seed++) {
      Run run = run("many" + seed);
      Shape shape = new Shape(Caps.PERSON, MANY, 1.1, SPAN.dividedBy(extent().many()));
      Traffic traffic = new Traffic(run.name(), shape, seed);
      run.check(new Load(run.journal(), cluster).ask(traffic.next(extent().many())), false, "");
    }
  }

  @Test
  void aHandfulOfCustomersWhomEveryoneAsksAbout() throws Exception {
    Run run = run("hot");
    run.check(new Load(run.journal(), cluster).ask(hotRequests(run)), false, "");
  }

  private List<String> hotRequests(Run run) {
    Shape shape = hot(Caps.PERSON, HOT, extent().hot());
    return new Traffic(run.name(), shape, 1).next(extent().hot());
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
    run.check(new Load(run.journal(), cluster).ask(traffic.next(extent().hot())), false, "");
  }

  @Test
  void twoOfThreeRequestsAreRetries() throws Exception {
    Run run = run("retries");
    List<String> bodies = new ArrayList<>();
    hotRequests(run).forEach(body -> bodies.addAll(Collections.nCopies(3, body)));
    Random random = new Random(1);
    for (int from = 0; from < bodies.size(); from += NEAR) {
      Collections.shuffle(bodies.subList(from, Math.min(bodies.size(), from + NEAR)), random);
    }
    run.check(new Load(run.journal(), cluster).ask(bodies), false, "");
  }

  @Test
  void everybodySendsTheSameIdAtOnce() throws Exception {
    Run run = run("same");
    List<String> bodies = new ArrayList<>();
    new Traffic(run.name(), hot(Caps.PERSON, HOT, extent().ids()), 1)
        .next(extent().ids())
        .forEach(body -> bodies.addAll(Collections.nCopies(Load.CLIENTS, body)));
    run.check(new Load(run.journal(), cluster).ask(bodies), false, "");
  }

  @Test
  void anotherBodyUnderAUsedIdIsRefused() throws Exception {
    Run run = run("other");
    List<String> bodies = hotRequests(run).subList(0, extent().ids());
    Load load = new Load(run.journal(), cluster).ask(bodies);
    load.ask(bodies.stream().map(body -> body.replace(Caps.PERSON, Caps.ACCOUNT)).toList());

    long refused =
        Journal.read(run.journal()).stream()
            .filter((Exchange exchange) -> exchange.status() == 422)
            .count();
    assertThat(refused).isEqualTo(bodies.size());
    run.check(load, false, "");
  }

  @Test
  void instancesAreKilled() throws Exception {
    disturbed(
        "killed",
        () -> {
          Random random = new Random(extent().kills());
          for (int kill = 0; kill < extent().kills(); kill++) {
            pause(200 + random.nextInt(1_500));
            cluster.instance(kill).kill();
            cluster.instance(kill).start();
          }
          pause(500);
        });
  }

  @Test
  void theDatabaseServerIsKilled() throws Exception {
    List<Duration> crashes = new ArrayList<>();
    disturbed(
        "crashed",
        () -> {
          for (int crash = 0; crash < extent().crashes(); crash++) {
            pause(1_000);
            crashes.add(server.killAndRestart());
          }
          pause(1_000);
        });
    assertThat(crashes).hasSize(extent().crashes());
  }

  private void disturbed(String name, Load.Disturbance disturbance) throws Exception {
    Run run = run(name);
    Shape shape = Shape.hot(Caps.PERSON, 10 * HOT, Duration.ofMinutes(2));
    Load load = new Load(run.journal(), cluster, extent().clients());
    load.askDuring(new Traffic(run.name(), shape, 1), disturbance).askAgain();
    run.check(load, true, "");
  }

  @Test
  void anInstanceIsKilledBetweenCommitAndAnswer() throws Exception {
    Run run = run("between");
    List<String> bodies = new Traffic(run.name(), hot(Caps.PERSON, 1, 2), 1).next(2);
    try (CommitProxy proxy = new CommitProxy(server.port());
        PackagedService doomed = instance(INSTANCES, proxy.before(database)).start();
        KeptConnections connections = new KeptConnections()) {
      connections.send(doomed.address(), "POST", "/v1/evaluations", bodies.get(0));
      proxy.onCommit(() -> run.verdicts() == bodies.size(), doomed::kill);

      assertThatThrownBy(
              () -> connections.send(doomed.address(), "POST", "/v1/evaluations", bodies.get(1)))
          .isInstanceOf(IOException.class);

      String retry =
          connections
              .send(cluster.instance(0).address(), "POST", "/v1/evaluations", bodies.get(1))
              .body();
      assertThat(retry).contains("\"replayed\":true");
    }
  }

  @Test
  void eachClassGetsWhatIsDeclaredWhileTheDatabaseHangs() throws Exception {
    Run run = run("hanging");
    URI service = cluster.instance(0).address();
    try (KeptConnections connections = new KeptConnections()) {
      ask(connections, service, run, "promotion");
      server.freeze();
      long frozen = System.nanoTime();
      List<String> answers = new ArrayList<>();
      try {
        for (String category : List.of("promotion", "bill", "security", "promotion")) {
          answers.add(ask(connections, service, run, category));
        }
      } finally {
        server.thaw();
      }
      Duration took = Duration.ofNanos(System.nanoTime() - frozen);

      assertThat(answers.get(0)).startsWith("200").contains("\"kind\":\"degraded\"");
      assertThat(answers.get(1)).startsWith("503").contains("problem:unavailable");
      assertThat(answers.get(2)).startsWith("503").contains("problem:unavailable");
      assertThat(answers.get(3)).startsWith("200").contains("\"kind\":\"degraded\"");
      assertThat(took).isLessThan(Duration.ofSeconds(15));
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> ask(connections, service, run, "promotion").contains("evaluationId"));
    }
  }

  private static String ask(KeptConnections connections, URI service, Run run, String category)
      throws IOException {
    String body = Traffic.body(run.name(), NUMBERS.incrementAndGet(), 1, category, null);
    Answer answer = connections.send(service, "POST", "/v1/evaluations", body);
    return answer.status() + answer.body();
  }

  /** A balancer that turns to those who are ready notices nothing of a restart. */
  @Test
  void instancesAreRestartedOneByOne() throws Exception {
    Run run = run("rolling");
    Shape shape = Shape.hot(Caps.PERSON, 10 * HOT, Duration.ofMinutes(2));
    try (ReadyTargets ready = new ReadyTargets(cluster)) {
      Load load = new Load(run.journal(), ready, extent().clients());
      load.askDuring(
          new Traffic(run.name(), shape, 1),
          () -> {
            for (int restart = 0; restart < extent().kills(); restart++) {
              PackagedService instance = cluster.instance(restart);
              pause(500);
              String before = instance.log();
              assertThat(instance.stop()).isEqualTo(TERMINATED);
              assertThat(instance.log().substring(before.length())).doesNotContain("ERROR");
              instance.start();
            }
            pause(500);
          });
      run.check(load, false, "");
    }
  }

  private static void pause(int millis) throws InterruptedException {
    Thread.sleep(millis);
  }

  /** The next of those who are ready. */
  private static final class ReadyTargets implements Targets, AutoCloseable {

    private static final long EVERY_MILLIS = 100;

    private final Cluster cluster;
    private final Thread thread = new Thread(this::look, "balancer");
    private volatile List<URI> ready;
    private int turn;

    ReadyTargets(Cluster cluster) {
      this.cluster = cluster;
      this.ready = cluster.ready();
      thread.start();
    }

    private void look() {
      try {
        while (true) {
          ready = cluster.ready();
          Thread.sleep(EVERY_MILLIS);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public synchronized URI next() {
      List<URI> now = ready;
      return now.get(turn++ % now.size());
    }

    @Override
    public void close() throws IOException {
      thread.interrupt();
    }
  }
}
