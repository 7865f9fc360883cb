package org.moderato.release.check;

import io.quarkus.logging.Log;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderato.release.Problem;
import org.moderato.release.Release;
import org.moderato.release.StrategyFiles;
import org.moderato.release.StrategyLoader;

/** Checks strategies: whether they load, and then from every side. Safe for many threads. */
public final class CheckPipeline {

  private final StrategyLoader loader;
  private final List<StrategyCheck> checks;
  private final Clock clock;

  /**
   * @param checks in the order in which their findings are told
   */
  public CheckPipeline(StrategyLoader loader, List<StrategyCheck> checks, Clock clock) {
    this.loader = loader;
    this.checks = List.copyOf(checks);
    this.clock = clock;
  }

  /**
   * Loads a strategy aside and checks it.
   *
   * @param active the release in force, to compare with
   */
  public CheckReport check(StrategyFiles files, Optional<Baseline> active) {
    Instant started = clock.instant();
    StrategyLoader.Result result = loader.load(files);
    if (result.loaded().isEmpty()) {
      return report(started, false, result.problems(), List.of());
    }
    StrategyLoader.Loaded loaded = result.loaded().get();
    try {
      List<Findings> findings = findings(new Candidate(files, loaded, active));
      return report(started, true, result.problems(), findings);
    } finally {
      loaded.disposal().run();
    }
  }

  /**
   * Checks a release that is loaded, and leased by the caller.
   *
   * @param active the release before it
   */
  public CheckReport check(Release release, StrategyFiles files, Optional<Baseline> active) {
    Instant started = clock.instant();
    List<Findings> findings = findings(new Candidate(files, release.loaded(), active));
    return report(started, true, release.warnings(), findings);
  }

  private List<Findings> findings(Candidate candidate) {
    return checks.stream().map(check -> findings(check, candidate)).toList();
  }

  /** A check that stumbles must not hide what the others found. */
  private static Findings findings(StrategyCheck check, Candidate candidate) {
    try {
      return check.check(candidate);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      Log.error("a check failed", e);
      return Findings.of(List.of(Problem.notChecked(e)));
    }
  }

  private CheckReport report(
      Instant started, boolean loads, List<Problem> problems, List<Findings> findings) {
    List<Problem> all = new ArrayList<>(problems);
    findings.forEach(found -> all.addAll(found.problems()));
    return new CheckReport(
        started.truncatedTo(ChronoUnit.MICROS),
        Duration.between(started, clock.instant()).toMillis(),
        loads,
        all,
        first(findings.stream().map(Findings::scenarios).toList()),
        first(findings.stream().map(Findings::impact).toList()));
  }

  private static <T> @Nullable T first(List<@Nullable T> values) {
    for (T value : values) {
      if (value != null) {
        return value;
      }
    }
    return null;
  }
}
