package org.moderato.release.drools;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.moderato.release.guard.Finding;

/**
 * Bounds the time that compiling takes. Nothing can stop a compiler that has lost itself: it is
 * left alone in a thread of its own, and until it ends nothing else is compiled, since Drools keeps
 * static state. The rules in force go on.
 */
final class CompileTime {

  private static final Semaphore ONE_AT_A_TIME = new Semaphore(1);

  private CompileTime() {}

  static Compiled bounded(Supplier<Compiled> build) {
    return bounded(build, RuleLimits.COMPILING);
  }

  /**
   * Compiles, one strategy after the other.
   *
   * @param limit for waiting and for compiling, each
   */
  static Compiled bounded(Supplier<Compiled> build, Duration limit) {
    try {
      if (!ONE_AT_A_TIME.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return late("Other rules are still being compiled");
      }
      // Not get(limit): what comes later must find that nobody waits for it any more.
      return run(build)
          .completeOnTimeout(tooLong(limit), limit.toMillis(), TimeUnit.MILLISECONDS)
          .get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return late("Compiling was interrupted");
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    }
  }

  private static Compiled tooLong(Duration limit) {
    return late("The rules take longer to compile than " + limit.toSeconds() + " s");
  }

  private static CompletableFuture<Compiled> run(Supplier<Compiled> build) {
    CompletableFuture<Compiled> result = new CompletableFuture<>();
    Runnable work =
        () -> {
          try {
            Compiled compiled = build.get();
            // Whoever waited may be gone; what nobody takes must not stay in KIE's repository.
            if (!result.complete(compiled)) {
              compiled.rules().ifPresent(CompiledRules::close);
            }
          } catch (OutOfMemoryError e) {
            result.complete(CompileMemory.exhausted());
          } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
          } finally {
            ONE_AT_A_TIME.release();
          }
        };
    Thread thread = new Thread(work, "rule-compiler");
    thread.setDaemon(true);
    thread.start();
    return result;
  }

  private static RuntimeException failure(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
  }

  private static Compiled late(String message) {
    String hint = "Take the last change back, or divide long rules";
    return new Compiled(
        Optional.empty(), List.of(RuleFile.error(Finding.TIME, "rules", 0, message, hint)));
  }
}
