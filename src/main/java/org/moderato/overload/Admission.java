package org.moderato.overload;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.moderato.http.ErrorCode;
import org.moderato.http.ServiceException;

/**
 * Admits work to a bounded number of workers or refuses it at once, and answers those whom the
 * database keeps waiting. Never blocks whoever asks for admission.
 */
@ApplicationScoped
public class Admission {

  /** How long a service that stops waits for what is worked on. */
  private static final long FAREWELL_MILLIS = 5_000;

  /**
   * Those who read requests and refuse them go first, then those who work on single messages, then
   * those who work on groups, if the virtual machine lets them: on Linux with
   * -XX:ThreadPriorityPolicy=1.
   */
  private static final int GROUP_PRIORITY = Thread.MIN_PRIORITY;

  private static final int SINGLE_PRIORITY = GROUP_PRIORITY + 1;

  private final WaitingLine line;
  private final Watch watch;
  private final OverloadMetrics metrics;
  private final ExecutorService groupWorkers =
      Executors.newCachedThreadPool(task -> thread(task, "evaluation-group", GROUP_PRIORITY));
  private final List<Thread> workers = new ArrayList<>();

  Admission(
      OverloadConfig config, OutageConfig outages, OverloadMetrics metrics, DatabasePool pool) {
    this.metrics = metrics;
    Workers all = Workers.of(config, Runtime.getRuntime().availableProcessors());
    this.line = new WaitingLine(WaitingLine.Bounds.of(config, all));
    Pulse pulse = new Pulse(outages.memory().toNanos(), metrics.now());
    this.watch = new Watch(line, pulse, Watch.Limits.of(config, outages), metrics, pool::flush);
    metrics.observe(line, pulse);
    watch.start();
    for (int i = 0; i < all.all(); i++) {
      Thread worker = thread(this::work, "evaluation-" + i, SINGLE_PRIORITY);
      workers.add(worker);
      worker.start();
    }
  }

  private static Thread thread(Runnable task, String name, int priority) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.setPriority(priority);
    return thread;
  }

  /**
   * Admits work and returns at once.
   *
   * @return completed by whoever does the work or refuses it: OVERLOADED if too much is waiting or
   *     it waited too long, BUSY if it took too long; what {@link Work#withoutDatabase} says if the
   *     database is gone
   */
  public <T> CompletionStage<T> admit(Work<T> work) {
    Job<T> job = new Job<>(work, metrics.now());
    if (!watch.mayAskDatabase()) {
      job.answerWithoutDatabase();
    } else if (!line.offer(job)) {
      metrics.refused(work.messageClass(), "full");
      job.fail(
          new ServiceException(ErrorCode.OVERLOADED, "there is more to do than can be done now"));
    }
    return job.answer();
  }

  /** Has work done now, by a thread beside the workers, and waits for it as long as is sensible. */
  public <T> T now(Work<T> work) {
    Job<T> job = new Job<>(work, metrics.now());
    if (watch.mayAskDatabase()) {
      job.start(job.admitted());
      groupWorkers.execute(() -> watch.over(job));
    } else {
      job.answerWithoutDatabase();
    }
    try {
      return job.answer().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void work() {
    try {
      for (Job<?> job = line.take(); job != null; job = line.take()) {
        job.start(metrics.now());
        metrics.waited(job);
        try {
          watch.over(job);
        } finally {
          line.done(job);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What was admitted is answered still. */
  @PreDestroy
  void stop() {
    line.close();
    groupWorkers.shutdown();
    try {
      for (Thread worker : workers) {
        worker.join(FAREWELL_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    watch.stop();
  }
}
