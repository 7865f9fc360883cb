package org.moderato.evaluation;

import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderato.evaluation.LoadRound.Request;

/**
 * Evaluations per second of the starter strategy over HTTP, beside the same without judging: rounds
 * of both take turns, since the machine may be busy with something else meanwhile.
 */
abstract class ThroughputCase {

  private static final int REQUESTS = Integer.getInteger("moderato.bench.requests", 2_000);
  private static final int ROUNDS = Integer.getInteger("moderato.bench.rounds", 11);

  /** So many until the compiler of the virtual machine has nothing left to do. */
  private static final int WARM_UP = Integer.getInteger("moderato.bench.warm.up", 15);

  /** Messages to one customer who may be sent them, ten days apart. */
  private static final int USES = 8;

  private static final int BATCH_CLIENTS = 4;
  private static final int BATCH_LINES = 500;

  /** The others have had enough for now: their messages are deferred. */
  private static final int FULL_CUSTOMERS = 3_000;

  @TestHTTPResource("/v1/evaluations")
  URI evaluations;

  @TestHTTPResource("/v1/evaluations/batch")
  URI batch;

  @Inject BenchCustomers customers;

  private String ids = "";
  private int freeCustomers;
  private int free;
  private int full;

  /** The strategy that ships, and a judge who may be told to do nothing. */
  static Set<Class<?>> floor() {
    return Set.of(FloorJudgements.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 64})
  void judgesAboutAsFastAsItWouldWithoutJudging(int clients) throws Exception {
    compare(
        clients + " clients",
        new Way("judge", what -> LoadRound.run(evaluations, clients, requests(what))),
        new Way("floor", what -> LoadRound.run(evaluations, clients, requests(what))));
  }

  @Test
  void answersBatchesFasterThanMessagesOneByOne() throws Exception {
    compare(
        "batches of %d lines from %d clients".formatted(BATCH_LINES, BATCH_CLIENTS),
        new Way(
            "batch",
            what -> LoadRound.runInBatches(batch, BATCH_CLIENTS, requests(what), BATCH_LINES)),
        new Way("single", what -> LoadRound.run(evaluations, 16, requests(what))));
  }

  /** One of two things that are compared. */
  private record Way(String name, Load load) {
    LoadRound round() throws Exception {
      return load.run(name);
    }
  }

  private interface Load {
    LoadRound run(String what) throws Exception;
  }

  private void compare(String title, Way one, Way other) throws Exception {
    String prefix = UUID.randomUUID() + "-";
    freeCustomers = (WARM_UP + ROUNDS) * REQUESTS / USES;
    customers.make(prefix + "free", freeCustomers, true);
    customers.make(prefix + "full", FULL_CUSTOMERS, false);
    customers.analyze();
    ids = prefix;
    free = 0;
    for (int i = 0; i < WARM_UP; i++) {
      one.round();
      other.round();
    }
    List<LoadRound> ones = new ArrayList<>();
    List<LoadRound> others = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      if (i % 2 == 0) {
        ones.add(one.round());
        others.add(other.round());
      } else {
        others.add(other.round());
        ones.add(one.round());
      }
    }
    report(title, Map.entry(one.name(), ones), Map.entry(other.name(), others));
  }

  private List<Request> requests(String what) {
    List<Request> requests = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      requests.add(i % 2 == 0 ? free(what) : full(what));
    }
    return requests;
  }

  private Request free(String what) {
    int use = free / freeCustomers;
    String at =
        use == 0 ? "" : ", \"at\": \"" + Instant.now().plus(Duration.ofDays(10L * use)) + "\"";
    return request(what, ids + "free-" + free++ % freeCustomers, "SEND", at);
  }

  private Request full(String what) {
    return request(what, ids + "full-" + full++ % FULL_CUSTOMERS, "DEFER", "");
  }

  private Request request(String what, String customer, String outcome, String at) {
    String body =
        """
        {"messageId": "%s%s-%d", "customerId": "%s", "channel": "email",
         "category": "promotion", "department": "marketing", "brand": "acme",
         "topic": "webinar-q4", "template": "%s", "priority": 50,
         "attributes": {"campaign": "Q4", "%s": "%s"}%s}
        """
            .formatted(ids, what, free + full, customer, "text-" + free, what, outcome, at);
    return new Request(body, "\"outcome\":\"" + outcome + "\",\"channel\"");
  }

  private void report(
      String title, Entry<String, List<LoadRound>> one, Entry<String, List<LoadRound>> other) {
    System.getLogger("bench")
        .log(
            System.Logger.Level.INFO,
            "%s, %s%n%s %s%n%s %s%nratio of rates %s, of p99 %s"
                .formatted(
                    getClass().getSimpleName(),
                    title,
                    one.getKey(),
                    line(one.getValue()),
                    other.getKey(),
                    line(other.getValue()),
                    ratio(one.getValue(), other.getValue(), LoadRound::perSecond),
                    ratio(one.getValue(), other.getValue(), round -> round.millis(99))));
  }

  private static String ratio(
      List<LoadRound> ones, List<LoadRound> others, ToDoubleFunction<LoadRound> value) {
    double[] ratios =
        IntStream.range(0, ones.size())
            .mapToDouble(i -> value.applyAsDouble(ones.get(i)) / value.applyAsDouble(others.get(i)))
            .sorted()
            .toArray();
    return "%.2f (%.2f to %.2f)"
        .formatted(ratios[ratios.length / 2], ratios[0], ratios[ratios.length - 1]);
  }

  private static String line(List<LoadRound> rounds) {
    return "%.0f/s (%.0f to %.0f), p50 %.1f ms, p99 %.1f ms, %.2f ms of processor time"
        .formatted(
            median(rounds, LoadRound::perSecond),
            rounds.stream().mapToDouble(LoadRound::perSecond).min().orElseThrow(),
            rounds.stream().mapToDouble(LoadRound::perSecond).max().orElseThrow(),
            median(rounds, round -> round.millis(50)),
            median(rounds, round -> round.millis(99)),
            median(rounds, LoadRound::processorMillis));
  }

  private static double median(List<LoadRound> rounds, ToDoubleFunction<LoadRound> value) {
    return rounds.stream().mapToDouble(value).sorted().toArray()[rounds.size() / 2];
  }
}
