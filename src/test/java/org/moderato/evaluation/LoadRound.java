package org.moderato.evaluation;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A number of requests, sent by some clients as fast as they are answered.
 *
 * @param nanos how long all of them took
 * @param processorNanos how much processor time this process took meanwhile, clients included
 * @param latencies how long each of them took, ascending, in nanoseconds
 */
record LoadRound(long nanos, long processorNanos, long[] latencies) {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** A request and how its answer must begin to differ from others. */
  record Request(String body, String expected) {}

  static LoadRound run(URI uri, int clients, List<Request> requests) throws Exception {
    return run(clients, requests, (next, latencies) -> send(uri, requests, next, latencies));
  }

  /** Sends the requests as lines to the batch endpoint, so many with each call. */
  static LoadRound runInBatches(URI batch, int clients, List<Request> requests, int lines)
      throws Exception {
    return run(
        clients, requests, (next, latencies) -> sendLines(batch, requests, next, latencies, lines));
  }

  /** What each of the clients does. */
  private interface Client {
    Void send(AtomicInteger next, long[] latencies) throws Exception;
  }

  private static LoadRound run(int clients, List<Request> requests, Client client)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      long[] latencies = new long[requests.size()];
      AtomicInteger next = new AtomicInteger();
      List<Callable<Void>> work = Collections.nCopies(clients, () -> client.send(next, latencies));
      long processorStart = SYSTEM.getProcessCpuTime();
      long started = System.nanoTime();
      for (Future<Void> done : threads.invokeAll(work)) {
        done.get();
      }
      long nanos = System.nanoTime() - started;
      long processorNanos = SYSTEM.getProcessCpuTime() - processorStart;
      Arrays.sort(latencies);
      return new LoadRound(nanos, processorNanos, latencies);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Void send(URI uri, List<Request> requests, AtomicInteger next, long[] latencies)
      throws Exception {
    try (KeptConnection connection = new KeptConnection(uri)) {
      for (int i = next.getAndIncrement(); i < requests.size(); i = next.getAndIncrement()) {
        Request request = requests.get(i);
        long sent = System.nanoTime();
        String answer = connection.post(request.body());
        latencies[i] = System.nanoTime() - sent;
        if (!answer.contains(request.expected())) {
          throw new AssertionError(request + " got " + answer);
        }
      }
      return null;
    }
  }

  private static Void sendLines(
      URI batch, List<Request> requests, AtomicInteger next, long[] latencies, int lines)
      throws Exception {
    int size = requests.size();
    for (int from = next.getAndAdd(lines); from < size; from = next.getAndAdd(lines)) {
      List<Request> part = requests.subList(from, Math.min(size, from + lines));
      long sent = System.nanoTime();
      // A body may have more than one line of its own; a line of the batch has not.
      List<String> answers =
          BatchClient.send(
              batch, part.stream().map(request -> request.body().replace('\n', ' ')).toList());
      Arrays.fill(latencies, from, from + part.size(), System.nanoTime() - sent);
      for (int i = 0; i < part.size(); i++) {
        if (!answers.get(i).contains(part.get(i).expected())) {
          throw new AssertionError(part.get(i) + " got " + answers.get(i));
        }
      }
    }
    return null;
  }

  double perSecond() {
    return latencies.length / (nanos / 1e9);
  }

  /** Milliseconds of processor time a request; tells more than the rate on a busy machine. */
  double processorMillis() {
    return processorNanos / 1e6 / latencies.length;
  }

  /**
   * A percentile of the latencies.
   *
   * @return milliseconds
   */
  double millis(int percentile) {
    return latencies[(latencies.length - 1) * percentile / 100] / 1e6;
  }
}
