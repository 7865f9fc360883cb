package org.moderato.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.moderato.TestFolder;
import org.moderato.packaged.KeptConnections.Answer;

/** What each class gets when twice as much is asked as can be answered. */
@Tag("guarantee")
class OverloadIT {

  private static final int SECONDS = Integer.getInteger("moderato.overload.seconds", 120);
  private static final int SATURATION_SECONDS = 20;
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

  private final AtomicLong numbers = new AtomicLong();
  private final ConcurrentLinkedQueue<Sent> sent = new ConcurrentLinkedQueue<>();

  /**
   * A request and its answer.
   *
   * @param due when it was to be sent, in nanoseconds from the start
   * @param late how long after that a sender was free
   * @param nanos from the sending to the answer
   */
  private record Sent(String category, long due, int status, long late, long nanos) {}

  @Test
  void whatMattersMostIsAnswered() throws Exception {
    try (PostgresServer server = new PostgresServer("overload");
        PackagedService service = service(server)) {
      drive(service.address(), CLIENTS, SATURATION_SECONDS, 0);
      sent.clear();
      drive(service.address(), CLIENTS, SATURATION_SECONDS, 0);
      double peak = count(200) / (double) SATURATION_SECONDS;
      sent.clear();
      drive(service.address(), SENDERS, SECONDS, 2 * peak);
      report(peak);
      List<Sent> overload = List.copyOf(sent);
      sent.clear();
      drive(service.address(), SENDERS, SATURATION_SECONDS / 2, peak / 2);
      log("half of it afterwards: %d refused, p99 %.1f ms".formatted(count(503), millis(200, 99)));

      assertThat(overload)
          .allMatch(one -> one.status() == 200 || one.status() == 503)
          .noneMatch(one -> one.category().equals("security") && one.status() != 200);
      long late = Duration.ofSeconds(8).toNanos();
      assertThat(sent).filteredOn(one -> one.due() > late).allMatch(one -> one.status() == 200);
    }
  }

  private static PackagedService service(PostgresServer server) throws Exception {
    TestFolder folder = new TestFolder("overload").workbook("caps.xlsx", Caps.workbook());
    Database database = Database.postgresql(server.newDatabase());
    return new PackagedService(folder, database).with("-XX:TieredStopAtLevel=4").start();
  }

  /**
   * Sends for some time.
   *
   * @param rate requests per second; 0: each sender as fast as it is answered
   */
  private void drive(URI service, int senders, int seconds, double rate) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(senders);
    AtomicLong tickets = new AtomicLong();
    long start = System.nanoTime();
    long end = Duration.ofSeconds(seconds).toNanos();
    List<Callable<Void>> work = new ArrayList<>();
    for (int i = 0; i < senders; i++) {
      work.add(
          () -> {
            try (KeptConnections connections = new KeptConnections()) {
              while (true) {
                long ticket = tickets.getAndIncrement();
                long now = System.nanoTime() - start;
                long due = rate == 0 ? now : (long) (ticket * 1e9 / rate);
                if (due >= end) {
                  return null;
                }
                LockSupport.parkNanos(due - now);
                send(connections, service, start, due);
              }
            }
          });
    }
    for (Future<Void> done : threads.invokeAll(work)) {
      done.get();
    }
    threads.shutdown();
  }

  private void send(KeptConnections connections, URI service, long start, long due)
      throws IOException {
    long number = numbers.incrementAndGet();
    String category = MIX.get((int) (number % MIX.size()));
    String body = Traffic.body("overload", number, (int) (number * 31 % CUSTOMERS), category, null);
    long sending = System.nanoTime();
    Answer answer = connections.send(service, "POST", "/v1/evaluations", body);
    long nanos = System.nanoTime() - sending;
    sent.add(new Sent(category, due, answer.status(), sending - start - due, nanos));
  }

  private long count(int status) {
    return sent.stream().filter(one -> one.status() == status).count();
  }

  private double millis(int status, int percentile) {
    return millis(sent.stream().filter(one -> one.status() == status).toList(), percentile);
  }

  private static double millis(List<Sent> some, int percentile) {
    long[] sorted = some.stream().mapToLong(Sent::nanos).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[(sorted.length - 1) * percentile / 100] / 1e6;
  }

  private void report(double peak) {
    long[] late = sent.stream().mapToLong(Sent::late).sorted().toArray();
    log(
        "peak %.0f/s; twice that for %d s: %d of %d answered, senders late by %.1f ms at the median"
            .formatted(peak, SECONDS, count(200), sent.size(), late[late.length / 2] / 1e6));
    Map<String, List<Sent>> classes = new TreeMap<>();
    sent.forEach(one -> classes.computeIfAbsent(one.category(), c -> new ArrayList<>()).add(one));
    classes.forEach(
        (category, all) -> {
          List<Sent> answered = all.stream().filter(one -> one.status() == 200).toList();
          List<Sent> refused = all.stream().filter(one -> one.status() == 503).toList();
          log(
              "%s: %.1f %% answered, p50 %.1f ms, p99 %.1f ms; refused p50 %.1f ms, p99 %.1f ms"
                  .formatted(
                      category,
                      100.0 * answered.size() / all.size(),
                      millis(answered, 50),
                      millis(answered, 99),
                      millis(refused, 50),
                      millis(refused, 99)));
        });
  }

  private static void log(String words) {
    System.getLogger("cluster").log(System.Logger.Level.INFO, words);
  }
}
