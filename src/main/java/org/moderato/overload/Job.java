package org.moderato.overload;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** One piece of work on its way, and its answer, which is given once. */
final class Job<T> {

  private final Work<T> work;
  private final long admitted;
  private final CompletableFuture<T> answer = new CompletableFuture<>();
  private volatile long started;

  /**
   * @param admitted now, in nanoseconds of a clock that never jumps
   */
  Job(Work<T> work, long admitted) {
    this.work = work;
    this.admitted = admitted;
  }

  Work<T> work() {
    return work;
  }

  long admitted() {
    return admitted;
  }

  CompletableFuture<T> answer() {
    return answer;
  }

  /** When a worker took it. */
  long started() {
    return started;
  }

  void start(long now) {
    started = now;
  }

  boolean isAnswered() {
    return answer.isDone();
  }

  /** Does the work; whoever asked may have been answered meanwhile. */
  void run() {
    answer.complete(work.task().get());
  }

  void answerWithoutDatabase() {
    answerWith(work.withoutDatabase());
  }

  void fail(Throwable failure) {
    answer.completeExceptionally(failure);
  }

  private void answerWith(Supplier<T> other) {
    if (isAnswered()) {
      return;
    }
    try {
      answer.complete(other.get());
    } catch (RuntimeException e) {
      fail(e);
    }
  }
}
