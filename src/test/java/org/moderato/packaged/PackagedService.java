package org.moderato.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.moderato.TestFolder;

/** An instance of the packaged service: a process that can be stopped, killed and started again. */
final class PackagedService implements AutoCloseable {

  /** For machines that have much else to do. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static final Pattern LISTENING = Pattern.compile("Listening on: http://\\S+?:(\\d+)");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TestFolder folder;
  private final Database database;
  private int starts;
  private final List<String> options = new ArrayList<>();
  private volatile Process process;
  private volatile URI address;

  /**
   * @param folder where the process works, with the strategy
   */
  PackagedService(TestFolder folder, Database database) {
    this.folder = folder;
    this.database = database;
  }

  /** A virtual machine as it is in production. Others save a test's time, not a sender's. */
  PackagedService asShipped() {
    return with(
        "-XX:TieredStopAtLevel=4",
        "-XX:-UseSerialGC",
        "-XX:+UseG1GC",
        "-Xmx2g",
        "-XX:ThreadPriorityPolicy=1");
  }

  /** The same, with further options of its virtual machine. */
  PackagedService with(String... more) {
    return with(List.of(more));
  }

  /** The same, with further options of its virtual machine. */
  PackagedService with(List<String> more) {
    options.addAll(more);
    return this;
  }

  TestFolder folder() {
    return folder;
  }

  /** Starts the process and returns at once. */
  PackagedService launch() throws IOException {
    starts++;
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Starts in half of the time; what a long life would gain is not asked for here.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
    command.add("-Dquarkus.http.port=0");
    // The rules that most of them start with are compiled once.
    command.add(
        "-Dmoderato.strategy.cache=" + Path.of("target", "packaged-cache").toAbsolutePath());
    // A loaded machine may stop a thread for longer than a judgement may take.
    command.add("-Dmoderato.evaluation.deadline=30s");
    // Nobody waits here for a balancer to notice.
    command.add("-Dquarkus.shutdown.delay=0s");
    command.addAll(options);
    database.settings().forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-jar", database.application().toAbsolutePath().toString()));
    process =
        new ProcessBuilder(command)
            .directory(folder.path().toFile())
            .redirectErrorStream(true)
            .redirectOutput(logFile().toFile())
            .start();
    return this;
  }

  /** Starts the process and waits until it is ready. */
  PackagedService start() throws IOException {
    return launch().awaitReady();
  }

  /** Waits until somebody answers, which is noticed within hundredths of a second. */
  PackagedService awaitListening() {
    await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(10))
        .until(this::isListening);
    return this;
  }

  PackagedService awaitReady() {
    awaitStatus("/q/health/ready", 200);
    return this;
  }

  PackagedService awaitLive() {
    awaitStatus("/q/health/live", 200);
    return this;
  }

  private void awaitStatus(String path, int status) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> isListening() && get(path).statusCode() == status);
  }

  boolean isReady() {
    URI last = address;
    try {
      return last != null
          && send(HttpRequest.newBuilder(last.resolve("/q/health/ready"))).statusCode() == 200
          && last.equals(address);
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean isListening() throws IOException {
    String log = log();
    assertThat(process.isAlive()).as(log).isTrue();
    Matcher listening = LISTENING.matcher(log);
    boolean found = listening.find();
    if (found) {
      address = URI.create("http://localhost:" + listening.group(1));
    }
    return found;
  }

  /** Everything that it has printed since its last start. */
  String log() throws IOException {
    return Files.readString(logFile());
  }

  private Path logFile() {
    return folder.path().resolve("start-" + starts + ".log");
  }

  /** Collects its garbage. */
  void collectGarbage() throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    String pid = String.valueOf(process.pid());
    ProcessBuilder command = new ProcessBuilder(jcmd, pid, "GC.run").redirectErrorStream(true);
    assertThat(command.start().waitFor()).isZero();
  }

  /** The sum of what a meter says now, over all series that carry the given text. */
  double meter(String name, String label) throws IOException, InterruptedException {
    return get("/q/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(name) && line.contains(label))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** SIGKILL: it cannot do anything about it. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM: it is asked to stop. Returns the exit code. */
  int stop() throws InterruptedException {
    process.destroy();
    return awaitExit();
  }

  /** Waits until it ends by itself. */
  int awaitExit() throws InterruptedException {
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("it ended").isTrue();
    return process.exitValue();
  }

  /** Where it listens, since it was ready or live. */
  URI address() {
    return address;
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address.resolve(path)));
  }

  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> upload(String path, byte[] body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
  }

  JsonNode status() throws IOException, InterruptedException {
    return JSON.readTree(get("/v1/strategy/status").body());
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly().onExit().join();
    }
  }
}
