package org.moderato.packaged;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderato.TestFolder;
import org.moderato.benchmark.CapTable;
import org.moderato.packaged.Drive.Ask;
import org.moderato.packaged.Drive.Sent;

/** How long a saved workbook takes until messages are judged by it, and what that does to them. */
class LiveBenchmark {

  private static final int SAVES = Integer.getInteger("moderato.bench.saves", 15);
  private static final int LARGEST_LIMIT = 20;
  private static final String TABLE = "decision-tables/caps.xlsx";
  private static final System.Logger LOG = System.getLogger("bench");

  /** A table of which one limit is another each time it is saved. */
  private static final class Saved {
    private final TestFolder folder;
    private final List<byte[]> contents = new ArrayList<>();
    private int turn;

    Saved(String name, int rows) {
      CapTable table = new CapTable(rows);
      for (int i = 0; i <= SAVES; i++) {
        contents.add(table.edited(LARGEST_LIMIT + i).workbook("wait"));
      }
      folder = new TestFolder(name);
      save();
    }

    void save() {
      folder.write(TABLE, contents.get(turn++));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 1_000, 5_000, 20_000})
  void aSavedTableIsLive(int rows) throws Exception {
    Saved saved = new Saved("live-" + rows, rows);
    try (PackagedService service =
        new PackagedService(saved.folder, Database.h2()).asShipped().start()) {
      List<Long> millis = new ArrayList<>();
      for (int i = 0; i < SAVES; i++) {
        millis.add(saveAndAwait(service, saved));
        // A good while apart, like people.
        Thread.sleep(500);
      }
      LOG.log(
          System.Logger.Level.INFO,
          "%d rows: live after %d ms the first time, then %s ms"
              .formatted(
                  rows,
                  millis.get(0),
                  Rounds.of(millis.subList(SAVES / 2, SAVES), Long::doubleValue)));
    }
  }

  private static long saveAndAwait(PackagedService service, Saved saved) throws Exception {
    String before = release(service);
    saved.save();
    long start = System.nanoTime();
    while (release(service).equals(before)) {
      Thread.sleep(5);
    }
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private static String release(PackagedService service) throws Exception {
    String body = ask(0).body();
    return service
        .post("/v1/evaluations?dryRun=true", body)
        .body()
        .replaceAll("(?s).*?\"release\":\"([^\"]+)\".*", "$1");
  }

  private static Ask ask(long number) {
    return new Ask(
        "any",
        """
        {"messageId": "live-%d-%d", "customerId": "c%d", "channel": "channel-%d", \
        "category": "category-%d", "department": "department-%d"}"""
            .formatted(
                System.nanoTime(), number, number % 5_000, number % 5, number % 5, number % 4));
  }

  @Test
  void aReloadUnderLoad() throws Exception {
    Saved saved = new Saved("live-load", 5_000);
    try (PostgresServer server = new PostgresServer("live");
        PackagedService service =
            new PackagedService(saved.folder, Database.postgresql(server.newDatabase()))
                .asShipped()
                .start()) {
      Drive drive = new Drive(service.address(), LiveBenchmark::ask);
      drive.atOnce(Load.CLIENTS, Duration.ofSeconds(40));
      List<List<Sent>> quiet = new ArrayList<>();
      List<List<Sent>> reloading = new ArrayList<>();
      List<Long> millis = new ArrayList<>();
      for (int round = 0; round < SAVES; round++) {
        quiet.add(drive.atOnce(Load.CLIENTS, Duration.ofSeconds(2)));
        CompletableFuture<Long> live = new CompletableFuture<>();
        Thread editor =
            new Thread(
                () -> {
                  try {
                    live.complete(saveAndAwait(service, saved));
                  } catch (Exception e) {
                    live.completeExceptionally(e);
                  }
                });
        editor.start();
        reloading.add(drive.atOnce(Load.CLIENTS, Duration.ofSeconds(2)));
        millis.add(live.get());
      }
      LOG.log(
          System.Logger.Level.INFO,
          "5,000 rows saved while %d clients ask: live after %s ms; p99 %s ms, else %s ms, ratio %s; p50 ratio %s; refused %d"
              .formatted(
                  Load.CLIENTS,
                  Rounds.of(millis, Long::doubleValue),
                  Rounds.of(reloading, sent -> Drive.millis(sent, 99)),
                  Rounds.of(quiet, sent -> Drive.millis(sent, 99)),
                  Rounds.ratio(reloading, quiet, sent -> Drive.millis(sent, 99)),
                  Rounds.ratio(reloading, quiet, sent -> Drive.millis(sent, 50)),
                  reloading.stream().mapToLong(sent -> Drive.count(sent, 503)).sum()));
    }
  }
}
