package org.moderato.release.drools;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.moderato.release.Problem;
import org.moderato.release.guard.Finding;

/**
 * Refuses rules that the engine would need more memory to compile than there is: a service that
 * judges must not die of a table. Estimated, since a compiler cannot be stopped when memory runs
 * out.
 */
final class CompileMemory {

  /** What five thousand rules took while they were compiled: 2.9 GB (incubator-kie-drools#6082). */
  private static final long BYTES_OF_A_RULE = 600_000;

  private CompileMemory() {}

  /** What is wrong; empty if there is enough memory. */
  static Optional<Problem> problem(int rules) {
    Optional<Problem> problem = problem(rules, free());
    if (problem.isPresent()) {
      // Some of what is not free may be garbage.
      System.gc();
      return problem(rules, free());
    }
    return problem;
  }

  static Optional<Problem> problem(int rules, long freeBytes) {
    long needed = rules * BYTES_OF_A_RULE;
    if (needed <= freeBytes) {
      return Optional.empty();
    }
    String message =
        String.format(
            Locale.ROOT,
            "The %,d rules need about %,d MB of memory while they are compiled, and %,d MB are free",
            rules,
            needed >> 20,
            freeBytes >> 20);
    String hint = "Make a policy table of a large rule table, or give the service more (-Xmx)";
    return Optional.of(RuleFile.error(Finding.LIMIT, "rules", 0, message, hint));
  }

  private static long free() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
  }

  /** Said when memory ran out all the same. */
  static Compiled exhausted() {
    String message = "Memory ran out while the rules were compiled";
    String hint = "Take the last change back, or give the service more (-Xmx)";
    return new Compiled(
        Optional.empty(), List.of(RuleFile.error(Finding.LIMIT, "rules", 0, message, hint)));
  }
}
