package org.moderato.overload;

import io.quarkus.logging.Log;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.moderato.http.ErrorCode;
import org.moderato.http.ServiceException;

/**
 * Looks after what is worked on and what waits: nobody is kept waiting by a database that hangs.
 * Work that takes too long is not ended, only its sender is answered; a retry by its id finds out
 * what became of it.
 */
final class Watch {

  private static final long TICK_MILLIS = 50;

  /** A group may take longer than one evaluation, but not by as much as it has lines. */
  private static final int STEPS_AT_ONCE = 8;

  private final WaitingLine line;
  private final Pulse pulse;
  private final Limits limits;
  private final OverloadMetrics metrics;
  private final Runnable whenGone;
  private final Set<Job<?>> running = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "evaluation-watch");
            thread.setDaemon(true);
            return thread;
          });

  /** In nanoseconds. */
  record Limits(long patience, long silence, long answer, long trial) {

    static Limits of(OverloadConfig overload, OutageConfig outages) {
      return new Limits(
          overload.patience().toNanos(),
          outages.silence().toNanos(),
          outages.answerWithin().toNanos(),
          outages.memory().toNanos());
    }
  }

  /**
   * @param whenGone done each time the database is found to be gone
   */
  Watch(WaitingLine line, Pulse pulse, Limits limits, OverloadMetrics metrics, Runnable whenGone) {
    this.line = line;
    this.pulse = pulse;
    this.limits = limits;
    this.metrics = metrics;
    this.whenGone = whenGone;
  }

  void start() {
    ticks.scheduleWithFixedDelay(this::look, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  void stop() {
    ticks.shutdownNow();
  }

  boolean mayAskDatabase() {
    return pulse.mayBeAsked(metrics.now());
  }

  /** Does the work of a job that was started, and learns from it how the database is. */
  void over(Job<?> job) {
    running.add(job);
    try {
      job.run();
      answered();
    } catch (ServiceException e) {
      learn(job, e);
    } catch (RuntimeException | Error e) {
      job.fail(e);
    } finally {
      running.remove(job);
    }
  }

  private void learn(Job<?> job, ServiceException e) {
    if (e.code() == ErrorCode.UNAVAILABLE) {
      gone(job.started());
      job.answerWithoutDatabase();
      return;
    }
    // Without a strategy nobody asks the database.
    if (e.code() != ErrorCode.STRATEGY_NOT_READY) {
      answered();
    }
    job.fail(e);
  }

  private void answered() {
    if (pulse.answered(metrics.now())) {
      Log.info("database answers again");
    }
  }

  /** Nothing came back since then. */
  private void gone(long asked) {
    if (pulse.failed(asked, metrics.now())) {
      Log.error("database gone: evaluations are answered without it");
      whenGone.run();
    }
  }

  private void look() {
    try {
      running.forEach(this::look);
      if (pulse.isGone()) {
        line.clear().forEach(Job::answerWithoutDatabase);
      }
      line.overdue(metrics.now() - limits.patience()).forEach(this::refuse);
    } catch (RuntimeException e) {
      Log.errorf("watch failed error=%s", e.getClass().getName());
    }
  }

  private void look(Job<?> job) {
    if (job.isAnswered()) {
      return;
    }
    long now = metrics.now();
    long age = now - job.started();
    long factor = 1 + (job.work().steps() - 1) / STEPS_AT_ONCE;
    if (age > limits.silence() * factor) {
      gone(now - limits.silence() * factor);
    }
    if (pulse.isGone() && age > limits.trial()) {
      job.answerWithoutDatabase();
    } else if (age > limits.answer() * factor) {
      job.fail(new ServiceException(ErrorCode.BUSY, "it takes too long; ask again"));
    }
  }

  private void refuse(Job<?> job) {
    metrics.refused(job.work().messageClass(), "waited");
    job.fail(new ServiceException(ErrorCode.OVERLOADED, "it waited too long for its turn"));
  }
}
