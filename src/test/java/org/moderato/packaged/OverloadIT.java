package org.moderato.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.moderato.TestFolder;
import org.moderato.packaged.Drive.Ask;
import org.moderato.packaged.Drive.Sent;

/** What each class gets when twice as much is asked as can be answered. */
@Tag("guarantee")
class OverloadIT {

  private static final int SECONDS = Integer.getInteger("moderato.overload.seconds", 120);
  private static final Duration SATURATION = Duration.ofSeconds(20);
  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration REST = Duration.ofSeconds(3);
  private static final Duration AT_ONCE = Duration.ofMillis(20);
  private static final int CLIENTS = 64;

  /** So many connections that a sender is always free when it is time to send. */
  private static final int SENDERS = 512;

  private static final int CUSTOMERS = 20_000;

  /** Of ten messages, one after the other. */
  private static final List<String> MIX =
      List.of(
          "security",
          "bill",
          "promotion",
          "promotion",
          "bill",
          "promotion",
          "security",
          "promotion",
          "bill",
          "promotion");

  @Test
  void whatMattersMostIsAnswered() throws Exception {
    try (PostgresServer server = new PostgresServer("overload");
        PackagedService service = service(server)) {
      Drive drive = new Drive(service.address(), OverloadIT::ask);
      drive.atOnce(CLIENTS, SATURATION);
      double peak =
          Drive.count(drive.atOnce(CLIENTS, SATURATION), 200) * 1.0 / SATURATION.toSeconds();
      // In the first seconds of the first surge refusals take longer.
      report("for the first time", peak, drive.at(2 * peak, SENDERS, FIRST));
      Thread.sleep(REST.toMillis());
      List<Sent> overload = drive.at(2 * peak, SENDERS, Duration.ofSeconds(SECONDS));
      report("again", peak, overload);
      String refusals = "status=\"503\",uri=\"/v1/evaluations\"";
      log(
          "refused after %.1f ms on average in the service itself"
              .formatted(
                  1e3
                      * service.meter("http_server_requests_seconds_sum", refusals)
                      / service.meter("http_server_requests_seconds_count", refusals)));
      List<Sent> after = drive.at(peak / 2, SENDERS, SATURATION.dividedBy(2));
      log(
          "half of it afterwards: %d refused, p99 %.1f ms"
              .formatted(Drive.count(after, 503), Drive.millis(with(after, 200), 99)));

      assertThat(Drive.millis(with(overload, 503), 90)).isLessThan(AT_ONCE.toMillis());
      assertThat(overload)
          .allMatch(one -> one.status() == 200 || one.status() == 503)
          .noneMatch(one -> one.kind().equals("security") && one.status() != 200);
      long late = Duration.ofSeconds(8).toNanos();
      assertThat(after).filteredOn(one -> one.due() > late).allMatch(one -> one.status() == 200);
    }
  }

  private static PackagedService service(PostgresServer server) throws Exception {
    TestFolder folder = new TestFolder("overload").workbook("caps.xlsx", Caps.workbook());
    Database database = Database.postgresql(server.newDatabase());
    // How many workers is a question of its own; see the benchmarks.
    String workers = System.getProperty("moderato.overload.workers");
    PackagedService service =
        new PackagedService(
            folder,
            workers == null ? database : database.with("moderato.overload.workers", workers));
    return service.asShipped().start();
  }

  private static Ask ask(long number) {
    String category = MIX.get((int) (number % MIX.size()));
    int customer = (int) (number * 31 % CUSTOMERS);
    return new Ask(category, Traffic.body("overload", number, customer, category, null));
  }

  private static List<Sent> with(List<Sent> sent, int status) {
    return sent.stream().filter(one -> one.status() == status).toList();
  }

  private static void report(String title, double peak, List<Sent> sent) {
    long[] late = sent.stream().mapToLong(Sent::late).sorted().toArray();
    log(
        "twice the peak of %.0f/s %s: %d of %d answered, senders late by %.1f ms at the median"
            .formatted(
                peak, title, Drive.count(sent, 200), sent.size(), late[late.length / 2] / 1e6));
    List<Sent> allRefused = with(sent, 503);
    log(
        "refused: p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, %d of %d within 20 ms"
            .formatted(
                Drive.millis(allRefused, 50),
                Drive.millis(allRefused, 90),
                Drive.millis(allRefused, 99),
                allRefused.stream().filter(one -> one.nanos() <= AT_ONCE.toNanos()).count(),
                allRefused.size()));
    Map<String, List<Sent>> classes = new TreeMap<>();
    sent.forEach(one -> classes.computeIfAbsent(one.kind(), k -> new ArrayList<>()).add(one));
    classes.forEach(
        (category, all) -> {
          List<Sent> answered = with(all, 200);
          List<Sent> refused = with(all, 503);
          log(
              "%s: %.1f %% answered, p50 %.1f ms, p99 %.1f ms; refused p50 %.1f ms, p99 %.1f ms"
                  .formatted(
                      category,
                      100.0 * answered.size() / all.size(),
                      Drive.millis(answered, 50),
                      Drive.millis(answered, 99),
                      Drive.millis(refused, 50),
                      Drive.millis(refused, 99)));
        });
  }

  private static void log(String words) {
    System.getLogger("cluster").log(System.Logger.Level.INFO, words);
  }
}
