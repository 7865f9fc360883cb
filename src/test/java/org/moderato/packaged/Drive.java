package org.moderato.packaged;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import org.moderato.packaged.KeptConnections.Answer;

/** Senders who ask one service for some time, and how long each answer took. */
final class Drive {

  private final URI evaluations;
  private final LongFunction<Ask> asks;
  private final AtomicLong numbers = new AtomicLong();

  /**
   * A request.
   *
   * @param kind what it is told apart by
   * @param body of the evaluation
   */
  record Ask(String kind, String body) {}

  /**
   * A request and its answer.
   *
   * @param due when it was to be sent, in nanoseconds from the start
   * @param late how long after that a sender was free
   * @param nanos from the sending to the answer
   */
  record Sent(String kind, long due, int status, long late, long nanos) {}

  /**
   * @param asks the request of each number; they go on where the drive before ended
   */
  Drive(URI service, LongFunction<Ask> asks) {
    this.evaluations = service;
    this.asks = asks;
  }

  /** Each sender asks as soon as it has its answer. */
  List<Sent> atOnce(int senders, Duration time) throws Exception {
    return run(senders, time, 0);
  }

  /** So many requests a second, whether they are answered or not. */
  List<Sent> at(double rate, int senders, Duration time) throws Exception {
    return run(senders, time, rate);
  }

  private List<Sent> run(int senders, Duration time, double rate) throws Exception {
    ConcurrentLinkedQueue<Sent> sent = new ConcurrentLinkedQueue<>();
    ExecutorService threads = Executors.newFixedThreadPool(senders);
    AtomicLong tickets = new AtomicLong();
    long start = System.nanoTime();
    List<Callable<Void>> work = new ArrayList<>();
    for (int i = 0; i < senders; i++) {
      work.add(
          () -> {
            try (KeptConnections connections = new KeptConnections()) {
              while (true) {
                long ticket = tickets.getAndIncrement();
                long now = System.nanoTime() - start;
                long due = rate == 0 ? now : (long) (ticket * 1e9 / rate);
                if (due >= time.toNanos()) {
                  return null;
                }
                LockSupport.parkNanos(due - now);
                sent.add(send(connections, start, due));
              }
            }
          });
    }
    try {
      for (Future<Void> done : threads.invokeAll(work)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
    return List.copyOf(sent);
  }

  private Sent send(KeptConnections connections, long start, long due) throws IOException {
    Ask ask = asks.apply(numbers.incrementAndGet());
    long sending = System.nanoTime();
    Answer answer = connections.send(evaluations, "POST", "/v1/evaluations", ask.body());
    long nanos = System.nanoTime() - sending;
    return new Sent(ask.kind(), due, answer.status(), sending - start - due, nanos);
  }

  static long count(Collection<Sent> sent, int status) {
    return sent.stream().filter(one -> one.status() == status).count();
  }

  /** Time to the answer in milliseconds; 0 if there is none. */
  static double millis(Collection<Sent> sent, int percentile) {
    long[] sorted = sent.stream().mapToLong(Sent::nanos).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[(sorted.length - 1) * percentile / 100] / 1e6;
  }
}
