package org.moderato.evaluation;

import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.moderato.evaluation.LoadRound.Request;

/**
 * Evaluations per second of the starter strategy over HTTP, beside the same without judging: rounds
 * of both take turns, since the machine may be busy with something else meanwhile.
 */
abstract class ThroughputCase {

  private static final int CLIENTS = 16;
  private static final int REQUESTS = Integer.getInteger("moderato.bench.requests", 1_000);
  private static final int ROUNDS = Integer.getInteger("moderato.bench.rounds", 11);
  private static final int WARM_UP = 4;

  /** Messages to one customer who may be sent them, ten days apart. */
  private static final int USES = 4;

  private static final int FREE_CUSTOMERS = (WARM_UP + ROUNDS) * REQUESTS / USES;

  /** The others have had enough for now: their messages are deferred. */
  private static final int FULL_CUSTOMERS = 300;

  @TestHTTPResource("/v1/evaluations")
  URI evaluations;

  @Inject BenchCustomers customers;

  private int free;
  private int full;

  /** The strategy that ships, and a judge who may be told to do nothing. */
  static Set<Class<?>> floor() {
    return Set.of(FloorJudgements.class);
  }

  @Test
  void judgesAboutAsFastAsItWouldWithoutJudging() throws Exception {
    customers.make("free", FREE_CUSTOMERS, true);
    customers.make("full", FULL_CUSTOMERS, false);
    customers.analyze();
    for (int i = 0; i < WARM_UP; i++) {
      round("judge");
      round("floor");
    }
    Map<String, List<LoadRound>> rounds = new HashMap<>();
    for (int i = 0; i < ROUNDS; i++) {
      List<String> order = i % 2 == 0 ? List.of("judge", "floor") : List.of("floor", "judge");
      for (String what : order) {
        rounds.computeIfAbsent(what, w -> new ArrayList<>()).add(round(what));
      }
    }
    report(rounds.get("judge"), rounds.get("floor"));
  }

  private LoadRound round(String what) throws Exception {
    List<Request> requests = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      requests.add(i % 2 == 0 ? free(what) : full(what));
    }
    return LoadRound.run(evaluations, CLIENTS, requests);
  }

  private Request free(String what) {
    int use = free / FREE_CUSTOMERS;
    String at =
        use == 0 ? "" : ", \"at\": \"" + Instant.now().plus(Duration.ofDays(10L * use)) + "\"";
    return request(what, "free-" + free++ % FREE_CUSTOMERS, "SEND", at);
  }

  private Request full(String what) {
    return request(what, "full-" + full++ % FULL_CUSTOMERS, "DEFER", "");
  }

  private Request request(String what, String customer, String outcome, String at) {
    String body =
        """
        {"messageId": "%s-%d", "customerId": "%s", "channel": "email",
         "category": "promotion", "department": "marketing", "brand": "acme",
         "topic": "webinar-q4", "template": "%s", "priority": 50,
         "attributes": {"campaign": "Q4", "%s": "%s"}%s}
        """
            .formatted(what, free + full, customer, "text-" + free, what, outcome, at);
    return new Request(body, "\"outcome\":\"" + outcome + "\",\"channel\"");
  }

  private void report(List<LoadRound> judge, List<LoadRound> floor) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < judge.size(); i++) {
      ratios.add(judge.get(i).perSecond() / floor.get(i).perSecond());
    }
    ratios.sort(null);
    System.getLogger("bench")
        .log(
            System.Logger.Level.INFO,
            "%s%njudge %s%nfloor %s%nratio of rates %.2f (%.2f to %.2f)"
                .formatted(
                    getClass().getSimpleName(),
                    line(judge),
                    line(floor),
                    ratios.get(ratios.size() / 2),
                    ratios.get(0),
                    ratios.get(ratios.size() - 1)));
  }

  private static String line(List<LoadRound> rounds) {
    return "%.0f/s (%.0f to %.0f), p50 %.1f ms, p95 %.1f ms, %.2f ms of processor time"
        .formatted(
            median(rounds, LoadRound::perSecond),
            rounds.stream().mapToDouble(LoadRound::perSecond).min().orElseThrow(),
            rounds.stream().mapToDouble(LoadRound::perSecond).max().orElseThrow(),
            median(rounds, round -> round.millis(50)),
            median(rounds, round -> round.millis(95)),
            median(rounds, LoadRound::processorMillis));
  }

  private static double median(List<LoadRound> rounds, ToDoubleFunction<LoadRound> value) {
    return rounds.stream().mapToDouble(value).sorted().toArray()[rounds.size() / 2];
  }
}
