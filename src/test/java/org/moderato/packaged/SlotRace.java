package org.moderato.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.moderato.packaged.KeptConnections.Answer;

/**
 * Somebody confirms a reservation, somebody gives it back, another message wants the slot, and just
 * then the reservation expires.
 */
final class SlotRace {

  /** It expires after so long or somewhat longer, and all happens about then. */
  private static final int HELD_MILLIS = 500;

  private static final int AROUND_MILLIS = 250;

  private final Cluster cluster;
  private final String customer;
  private final Random random;

  /** Who got the slot in the end. */
  enum Winner {
    CONFIRMED,
    TAKEN,
    GIVEN_BACK
  }

  SlotRace(Cluster cluster, String customer, long seed) {
    this.cluster = cluster;
    this.customer = customer;
    this.random = new Random(seed);
  }

  /** Fails if more than one, or nobody, won. */
  Winner run(ExecutorService threads) throws Exception {
    String reserveFor = "PT0." + (HELD_MILLIS + random.nextInt(AROUND_MILLIS)) + "S";
    assertThat(outcome(ask("reserved", reserveFor))).isEqualTo("SEND");
    List<Callable<Answer>> racers =
        List.of(
            later(() -> send("/v1/contacts/" + customer + "-reserved/confirm", "")),
            later(() -> send("/v1/contacts/" + customer + "-reserved/release", "")),
            later(() -> ask("rival", null)));
    List<Future<Answer>> answers = threads.invokeAll(racers);
    Answer confirmed = answers.get(0).get();
    Answer released = answers.get(1).get();
    boolean isTaken = outcome(answers.get(2).get()).equals("SEND");

    assertThat(List.of(confirmed.status(), released.status()))
        .as("one wins: %s, %s", confirmed, released)
        .containsExactlyInAnyOrder(200, 409);
    boolean isConfirmed = confirmed.status() == 200;
    assertThat(isConfirmed && isTaken).as("%s got two", customer).isFalse();
    boolean isFree = !isConfirmed && !isTaken;
    assertThat(outcome(ask("third", null))).isEqualTo(isFree ? "SEND" : "DEFER");
    assertThat(outcome(ask("fourth", null))).isEqualTo("DEFER");
    return isConfirmed ? Winner.CONFIRMED : isTaken ? Winner.TAKEN : Winner.GIVEN_BACK;
  }

  private Callable<Answer> later(Callable<Answer> request) {
    int millis = HELD_MILLIS - AROUND_MILLIS + random.nextInt(2 * AROUND_MILLIS);
    return () -> {
      Thread.sleep(millis);
      return request.call();
    };
  }

  private Answer ask(String message, @Nullable String reserveFor) throws IOException {
    String more = reserveFor == null ? "" : ", \"reserveFor\": \"" + reserveFor + "\"";
    String body =
        """
        {"messageId": "%s-%s", "customerId": "%s", "channel": "email", "category": "%s", \
        "department": "marketing"%s}"""
            .formatted(customer, message, customer, Caps.PERSON, more);
    return send("/v1/evaluations", body);
  }

  private Answer send(String path, String body) throws IOException {
    try (KeptConnections connections = new KeptConnections()) {
      return connections.send(cluster.next(), "POST", path, body);
    }
  }

  private static String outcome(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.body().replaceAll(".*?\"outcome\":\"(\\w+)\".*", "$1");
  }
}
