package org.moderato.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
