package org.moderato.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.moderato.TestFolder;

/** From the start of the process to the first verdict, with the strategy that ships. */
class StartBenchmark {

  private static final int ROUNDS = Integer.getInteger("moderato.bench.rounds", 5);

  /** When a line was written, in the zone of the machine. */
  private static final Pattern LINE =
      Pattern.compile("(?m)^([0-9-]+ [0-9:]+,[0-9]+) .*?(FlywayExecutor|strategy activated)");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS", Locale.ROOT);
  private static final String BODY =
      """
      {"messageId": "m", "customerId": "c", "channel": "email", "category": "promotion", \
      "department": "marketing"}""";

  private final Path archive = Path.of("target", "moderato.jsa").toAbsolutePath();

  private enum Way {
    /** Rules have to be compiled. */
    FIRST,
    /** Rules were compiled by a start before. */
    CACHED,
    /** The same, and what the virtual machine made of the classes was kept. */
    ARCHIVED,
    /** The archive alone. */
    ARCHIVED_FIRST
  }

  /** Seconds after the start of the process. */
  private record Stages(double database, double strategy, double verdict) {}

  @Test
  void firstVerdict() throws Exception {
    Files.deleteIfExists(archive);
    try (PackagedService trained = service("archive").with("-XX:ArchiveClassesAtExit=" + archive)) {
      trained.start();
      trained.post("/v1/evaluations", BODY);
      trained.stop();
    }
    Map<Way, List<Stages>> starts = new TreeMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (Way way : Way.values()) {
        PackagedService service = service("start");
        boolean isFirst = way == Way.FIRST || way == Way.ARCHIVED_FIRST;
        service.with("-Dmoderato.strategy.cache=" + cache(service, isFirst));
        if (way == Way.ARCHIVED || way == Way.ARCHIVED_FIRST) {
          service.with("-XX:SharedArchiveFile=" + archive);
        }
        if (!isFirst) {
          firstVerdict(service);
          service.stop();
        }
        starts.computeIfAbsent(way, w -> new ArrayList<>()).add(firstVerdict(service));
        service.stop();
      }
    }
    for (Way way : Way.values()) {
      System.getLogger("bench")
          .log(
              System.Logger.Level.INFO,
              "%s: database after %s s, strategy after %s s, first verdict after %s s"
                  .formatted(
                      way,
                      Rounds.of(starts.get(way), Stages::database),
                      Rounds.of(starts.get(way), Stages::strategy),
                      Rounds.of(starts.get(way), Stages::verdict)));
    }
  }

  private static PackagedService service(String name) {
    TestFolder folder = new TestFolder(name);
    for (Map.Entry<String, byte[]> file :
        org.moderato.release.StrategyFiles.readFrom(Path.of(".")).files().entrySet()) {
      folder.write(file.getKey(), file.getValue());
    }
    return new PackagedService(folder, Database.h2()).asShipped();
  }

  private static Path cache(PackagedService service, boolean isEmpty) throws IOException {
    Path cache = service.folder().path().resolve("cache");
    if (isEmpty && Files.exists(cache)) {
      try (var files = Files.walk(cache)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.delete(file);
        }
      }
    }
    return cache;
  }

  private static Stages firstVerdict(PackagedService service) throws Exception {
    LocalDateTime start = LocalDateTime.now();
    service.launch().awaitListening();
    while (service.post("/v1/evaluations", BODY).statusCode() != 200) {
      Thread.sleep(5);
    }
    LocalDateTime verdict = LocalDateTime.now();
    Matcher line = LINE.matcher(service.log());
    Map<String, Double> said = new HashMap<>();
    while (line.find()) {
      said.put(line.group(2), seconds(start, LocalDateTime.parse(line.group(1), TIME)));
    }
    return new Stages(
        said.get("FlywayExecutor"), said.get("strategy activated"), seconds(start, verdict));
  }

  private static double seconds(LocalDateTime from, LocalDateTime to) {
    return Duration.between(from, to).toMillis() / 1e3;
  }
}
