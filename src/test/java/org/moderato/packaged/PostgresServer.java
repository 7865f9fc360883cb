package org.moderato.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that writes before it says so, on a folder of its own; it can be killed. */
final class PostgresServer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final EmbeddedPostgres postgres;
  private final Path data;
  private final AtomicInteger databases = new AtomicInteger();

  PostgresServer(String name) throws IOException, SQLException {
    data = Path.of("target", "postgres", name).toAbsolutePath();
    postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("max_connections", "100")
            .start();
    assertThat(show("fsync")).isEqualTo("on");
    assertThat(show("synchronous_commit")).isEqualTo("on");
  }

  /** The answer to SHOW. */
  String show(String setting) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url("postgres"));
        ResultSet answer = connection.createStatement().executeQuery("show " + setting)) {
      answer.next();
      return answer.getString(1);
    }
  }

  int port() {
    return postgres.getPort();
  }

  /** The address of a database that nobody has used before. */
  String newDatabase() throws SQLException {
    String name = "moderato_" + databases.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(url("postgres"))) {
      connection.createStatement().execute("create database " + name);
    }
    return url(name);
  }

  private String url(String database) {
    return postgres.getJdbcUrl("postgres", database);
  }

  /**
   * Kills the server's first process and starts another on the same folder and port.
   *
   * @return how long it took to answer again
   */
  Duration killAndRestart() throws IOException, InterruptedException {
    long pid = pid();
    List<String> command = commandOf(pid);
    long start = System.nanoTime();
    ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
    postmaster.destroyForcibly();
    postmaster.onExit().join();
    // Of what the killed one has begun, nothing may still be at work.
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> isAnswering() || !startsAgain(command));
    await().atMost(PATIENCE).until(this::isAnswering);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Stops all its processes where they are: it neither answers nor refuses. */
  void freeze() throws IOException, InterruptedException {
    signal("-STOP");
  }

  /** Lets them go on. */
  void thaw() throws IOException, InterruptedException {
    signal("-CONT");
  }

  private void signal(String signal) throws IOException, InterruptedException {
    ProcessHandle postmaster = ProcessHandle.of(pid()).orElseThrow();
    List<String> command = new ArrayList<>(List.of("kill", signal, "" + postmaster.pid()));
    postmaster.descendants().forEach(process -> command.add("" + process.pid()));
    new ProcessBuilder(command).start().waitFor();
  }

  private long pid() throws IOException {
    return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
  }

  private static List<String> commandOf(long pid) throws IOException {
    String line = Files.readString(Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.UTF_8);
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      // PostgreSQL refuses to be root.
      command.addAll(List.of("unshare", "-U"));
    }
    command.addAll(List.of(line.split("\0")));
    return command;
  }

  /** False once it answers; a process that finds remains of the killed one ends at once. */
  private boolean startsAgain(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("restart.log").toFile()))
            .start();
    while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
      if (isAnswering()) {
        return false;
      }
    }
    return true;
  }

  private boolean isAnswering() {
    try (Connection connection = DriverManager.getConnection(url("postgres"))) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
