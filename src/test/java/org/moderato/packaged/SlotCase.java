package org.moderato.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.moderato.packaged.KeptConnections.Answer;

/** Reservations are resolved once: confirmed, given back or over. */
abstract class SlotCase extends TwoInstances {

  private static final Duration HELD = Duration.ofSeconds(10);

  /** How many sequences of random steps. */
  abstract int sequences();

  @Test
  void reservationsDoWhatAModelDoes() throws Exception {
    Run run = run("slots");
    eachAtOnce(
        sequences(),
        number -> {
          try (KeptConnections connections = new KeptConnections()) {
            new SlotSequence(cluster, connections, run.name() + "-c" + number, number).run();
          }
        });
  }

  @Test
  void aReservationIsResolvedOnce() throws Exception {
    Run run = run("races");
    ExecutorService racers = Executors.newCachedThreadPool();
    Queue<SlotRace.Winner> winners = new ConcurrentLinkedQueue<>();
    try {
      eachAtOnce(
          sequences() / 5,
          number ->
              winners.add(new SlotRace(cluster, run.name() + "-c" + number, number).run(racers)));
    } finally {
      racers.shutdownNow();
    }
    // All three happen, or it was no race.
    assertThat(winners).contains(SlotRace.Winner.values());
  }

  @Test
  void reservationsLapseWhileNobodyLives() throws Exception {
    Run run = run("lapse");
    String more = ", \"reserveFor\": \"" + HELD + "\"}";
    int count = sequences() / 20;
    long last;
    try (KeptConnections connections = new KeptConnections()) {
      for (int number = 0; number < count; number++) {
        String body = Traffic.body(run.name(), number, number, Caps.PERSON, null);
        String reserving = body.replaceFirst("}$", more);
        assertThat(sends(connections, reserving)).isTrue();
        assertThat(sends(connections, body.replace("-m", "-before"))).isFalse();
      }
      last = System.nanoTime();
    }
    for (int number = 0; number < INSTANCES; number++) {
      cluster.instance(number).kill();
    }
    Thread.sleep(
        Math.max(0, HELD.toMillis() - Duration.ofNanos(System.nanoTime() - last).toMillis()));
    cluster.restart();
    try (KeptConnections connections = new KeptConnections()) {
      for (int number = 0; number < count; number++) {
        String body = Traffic.body(run.name(), number, number, Caps.PERSON, null);
        assertThat(sends(connections, body.replace("-m", "-after"))).isTrue();
      }
    }
  }

  private boolean sends(KeptConnections connections, String body) throws IOException {
    Answer answer = connections.send(cluster.next(), "POST", "/v1/evaluations", body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.body().contains("\"outcome\":\"SEND\"");
  }

  private interface Numbered {
    void run(int number) throws Exception;
  }

  private static void eachAtOnce(int count, Numbered work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(Load.CLIENTS / 2);
    try {
      List<Callable<Void>> all = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int number = i;
        all.add(
            () -> {
              work.run(number);
              return null;
            });
      }
      for (Future<Void> one : threads.invokeAll(all)) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
