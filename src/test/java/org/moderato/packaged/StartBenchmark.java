package org.moderato.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.moderato.TestFolder;

/** From the start of the process to the first verdict, with the strategy that ships. */
class StartBenchmark {

  private static final int ROUNDS = Integer.getInteger("moderato.bench.rounds", 5);
  private static final Pattern STARTED = Pattern.compile("started in ([0-9.]+)s");
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

  @Test
  void firstVerdict() throws Exception {
    Files.deleteIfExists(archive);
    try (PackagedService trained = service("archive").with("-XX:ArchiveClassesAtExit=" + archive)) {
      trained.start();
      trained.post("/v1/evaluations", BODY);
      trained.stop();
    }
    Map<Way, List<Double>> verdicts = new TreeMap<>();
    Map<Way, List<Double>> started = new TreeMap<>();
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
        verdicts.computeIfAbsent(way, w -> new ArrayList<>()).add(firstVerdict(service));
        started.computeIfAbsent(way, w -> new ArrayList<>()).add(started(service));
        service.stop();
      }
    }
    for (Way way : Way.values()) {
      System.getLogger("bench")
          .log(
              System.Logger.Level.INFO,
              "%s: first verdict after %s s, of which Quarkus says %s s"
                  .formatted(
                      way,
                      Rounds.of(verdicts.get(way), Double::doubleValue),
                      Rounds.of(started.get(way), Double::doubleValue)));
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

  private static double firstVerdict(PackagedService service) throws Exception {
    long start = System.nanoTime();
    service.launch().awaitListening();
    while (service.post("/v1/evaluations", BODY).statusCode() != 200) {
      Thread.sleep(5);
    }
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) / 1e3;
  }

  private static double started(PackagedService service) throws IOException {
    Matcher started = STARTED.matcher(service.log());
    return started.find() ? Double.parseDouble(started.group(1)) : 0;
  }
}
