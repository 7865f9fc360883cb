package org.moderato.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.moderato.PostgresProfile;

/** As in production: a server of its own, and more than one instance. */
class PackagedOnPostgresIT extends PackagedCase {

  private static final int SAVES = 5;
  private static final long KILL_AFTER_MILLIS = 300;

  private static final PostgresProfile.Server SERVER = new PostgresProfile.Server();
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static String url;

  @BeforeAll
  static void startServer() {
    url = SERVER.start().get("quarkus.datasource.jdbc.url");
  }

  @AfterAll
  static void stopServer() {
    SERVER.stop();
  }

  @Override
  Database newDatabase() throws SQLException {
    String name = "moderato_" + DATABASES.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(url)) {
      connection.createStatement().execute("create database " + name);
    }
    return Database.postgresql(url.replace("/postgres?", "/" + name + "?"));
  }

  @Test
  void theServerWritesBeforeItSaysSo() throws SQLException {
    assertThat(show("fsync")).isEqualTo("on");
    assertThat(show("synchronous_commit")).isEqualTo("on");
  }

  private static String show(String setting) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      ResultSet answer = connection.createStatement().executeQuery("show " + setting);
      answer.next();
      return answer.getString(1);
    }
  }

  @Test
  void instancesThatStartAtOnceAgree() throws Exception {
    Database database = newDatabase();
    try (PackagedService one = new PackagedService(folder("one"), database).launch();
        PackagedService two = new PackagedService(folder("two"), database).launch()) {
      one.awaitReady();
      two.awaitReady();
      assertThat(release(one)).isEqualTo(release(two));

      List<Long> millis = new ArrayList<>();
      for (int save = 0; save < SAVES; save++) {
        millis.add(followed(one, two, save));
      }
      assertThat(millis.stream().sorted().toList().get(SAVES / 2)).isLessThan(2_000);
    }
  }

  @Test
  void instancesFollowWhatIsPublishedScheduledAndTakenBack() throws Exception {
    Database database = newDatabase();
    try (PackagedService one = new PackagedService(folder("publisher"), database).start();
        PackagedService two = new PackagedService(folder("follower"), database).start()) {
      String first = release(one);
      String draft = draft(one, 7);
      String other = draft(one, 8);

      List<Duration> followed = new ArrayList<>();
      followed.add(act(one, two, draft, "publish", "\"over\": \"" + first + "\""));
      followed.add(act(two, one, first, "rollback", "\"reason\": \"too many\""));
      followed.add(act(one, two, draft, "rollback", "\"reason\": \"not at all\""));
      Instant from = Instant.now().plusSeconds(5);
      String later = "\"over\": \"" + draft + "\", \"effectiveFrom\": \"" + from + "\"";
      assertThat(act(one, other, "publish", later).statusCode()).isEqualTo(200);
      awaitRelease(one, other);
      awaitRelease(two, other);
      followed.add(Duration.between(from, since(one)));
      followed.add(Duration.between(from, since(two)));

      System.getLogger("packaged").log(System.Logger.Level.INFO, "followed after {0}", followed);
      assertThat(followed).allMatch(took -> !took.isNegative() && took.toMillis() < 2_000);
    }
  }

  /** What is in force is whole, whenever an instance dies. */
  @Test
  void anInstanceThatDiesWhileItPublishesComesBackWithAWholeRelease() throws Exception {
    Database database = newDatabase();
    try (PackagedService one = new PackagedService(folder("dying"), database).start();
        PackagedService two = new PackagedService(folder("living"), database).start()) {
      String first = release(one);
      String draft = draft(one, 9);
      Thread publisher = new Thread(() -> publishWhileItDies(one, draft));
      publisher.start();
      Thread.sleep(KILL_AFTER_MILLIS);
      one.kill();
      publisher.join();
      one.start();

      assertThat(release(one)).isIn(first, draft);
      awaitRelease(two, release(one));
      assertThat(one.post("/v1/evaluations", question("afterwards")).statusCode()).isEqualTo(200);
    }
  }

  private static void publishWhileItDies(PackagedService one, String draft) {
    try {
      act(one, draft, "publish", "\"reason\": \"just before the end\"");
    } catch (Exception e) {
      // That is what it looks like to whoever published.
    }
  }

  private static String draft(PackagedService service, int atMost) throws Exception {
    HttpResponse<String> stored =
        service.upload(
            "/v1/releases?author=maria&file=decision-tables/caps.xlsx",
            caps("week", atMost).bytes());
    assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
    return new ObjectMapper().readTree(stored.body()).path("id").asText();
  }

  private static HttpResponse<String> act(
      PackagedService service, String release, String what, String more) throws Exception {
    return service.post(
        "/v1/releases/" + release + "/" + what, "{\"by\": \"maria\", " + more + "}");
  }

  /** Does something on one instance; how long the other one took to follow from the commit on. */
  private static Duration act(
      PackagedService one, PackagedService two, String release, String what, String more)
      throws Exception {
    HttpResponse<String> answer = act(one, release, what, more);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(release(one)).isEqualTo(release);
    awaitRelease(two, release);
    List<String> published =
        new ObjectMapper().readTree(answer.body()).path("actions").findValuesAsText("at");
    return Duration.between(Instant.parse(published.get(published.size() - 1)), since(two));
  }

  private static void awaitRelease(PackagedService service, String release) {
    await().atMost(Duration.ofMinutes(1)).until(() -> release(service).equals(release));
  }

  /** Saves in the folder of one; how long two took to follow, in milliseconds. */
  private static long followed(PackagedService one, PackagedService two, int save)
      throws Exception {
    String before = release(one);
    one.folder().workbook("caps.xlsx", caps("save" + save, 10));
    Instant saved = Instant.now();
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> !release(one).equals(before) && release(two).equals(release(one)));
    Duration first = Duration.between(saved, since(one));
    Duration both = Duration.between(saved, since(two));
    System.getLogger("packaged")
        .log(System.Logger.Level.INFO, "saved, in force after {0}, on both after {1}", first, both);
    return both.minus(first).toMillis();
  }

  private static String release(PackagedService service) throws Exception {
    return service.status().path("release").asText();
  }

  private static Instant since(PackagedService service) throws Exception {
    return Instant.parse(service.status().path("since").asText());
  }
}
