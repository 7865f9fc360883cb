package org.moderato.packaged;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.moderato.packaged.KeptConnections.Answer;
import org.moderato.packaged.check.JournalWriter;

/** Many clients, each of whom asks, waits for the answer and asks again; all is written down. */
final class Load {

  static final int CLIENTS = 64;

  private static final long PAUSE_NANOS = 200_000_000;

  private final Path journal;
  private final Targets targets;
  private final int parallel;
  private final AtomicInteger clients = new AtomicInteger();
  private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();
  private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
  private final AtomicInteger retried = new AtomicInteger();
  private long running;

  /** Something that is done while clients ask. */
  interface Disturbance {
    void run() throws Exception;
  }

  Load(Path journal, Targets targets) {
    this(journal, targets, CLIENTS);
  }

  /** So many clients at once. */
  Load(Path journal, Targets targets, int parallel) {
    this.journal = journal;
    this.targets = targets;
    this.parallel = parallel;
  }

  /** Asks all this. */
  Load ask(List<String> bodies) throws Exception {
    return run(bodies.iterator(), () -> {});
  }

  /** Goes on asking for as long as something else is done. */
  Load askDuring(Iterator<String> bodies, Disturbance disturbance) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    Iterator<String> until =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return !over.get() && bodies.hasNext();
          }

          @Override
          public String next() {
            return bodies.next();
          }
        };
    return run(
        until,
        () -> {
          try {
            disturbance.run();
          } finally {
            over.set(true);
          }
        });
  }

  /** Asks again what got no answer, until it gets one. */
  Load askAgain() throws Exception {
    while (!unanswered.isEmpty()) {
      List<String> bodies = new ArrayList<>();
      for (String body = unanswered.poll(); body != null; body = unanswered.poll()) {
        bodies.add(body);
      }
      retried.addAndGet(bodies.size());
      ask(bodies);
    }
    return this;
  }

  private Load run(Iterator<String> bodies, Disturbance disturbance) throws Exception {
    long start = System.nanoTime();
    ExecutorService threads = Executors.newFixedThreadPool(parallel);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < parallel; i++) {
        all.add(threads.submit(() -> client(bodies)));
      }
      disturbance.run();
      for (Future<?> client : all) {
        client.get();
      }
    } finally {
      threads.shutdownNow();
      threads.awaitTermination(1, TimeUnit.MINUTES);
    }
    running += System.nanoTime() - start;
    return this;
  }

  private Void client(Iterator<String> bodies) throws IOException {
    String name = "client" + clients.incrementAndGet();
    try (JournalWriter writer = new JournalWriter(journal, name);
        KeptConnections connections = new KeptConnections()) {
      for (String body = next(bodies); body != null; body = next(bodies)) {
        while (!ask(writer, connections, body)) {
          LockSupport.parkNanos(PAUSE_NANOS);
        }
      }
    }
    return null;
  }

  private static String next(Iterator<String> bodies) {
    synchronized (bodies) {
      return bodies.hasNext() ? bodies.next() : null;
    }
  }

  /** Whether there was somebody to ask. */
  private boolean ask(JournalWriter writer, KeptConnections connections, String body)
      throws IOException {
    URI target = targets.next();
    writer.asked(body);
    long start = System.nanoTime();
    try {
      Answer answer = connections.send(target, "POST", "/v1/evaluations", body);
      nanos.add(System.nanoTime() - start);
      writer.answered(answer.status(), answer.body());
      if (answer.status() >= 500 || answer.body().contains("\"kind\":\"degraded\"")) {
        unanswered.add(body);
      }
    } catch (ConnectException e) {
      writer.refused();
      return false;
    } catch (IOException e) {
      writer.lost();
      unanswered.add(body);
    }
    return true;
  }

  /** What got no answer, or that something failed. */
  List<String> unanswered() {
    return List.copyOf(unanswered);
  }

  /** Requests, rate and times of answers. */
  String figures() {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    double seconds = Duration.ofNanos(running).toMillis() / 1e3;
    return "%d answers in %.1f s (%.0f/s), p50 %.1f ms, p99 %.1f ms, %d asked again"
        .formatted(
            sorted.length,
            seconds,
            sorted.length / seconds,
            sorted[sorted.length / 2] / 1e6,
            sorted[sorted.length * 99 / 100] / 1e6,
            retried.get());
  }
}
