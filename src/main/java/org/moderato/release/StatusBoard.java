package org.moderato.release;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderato.release.StrategyStatus.Attempt;
import org.moderato.release.StrategyStatus.Origin;
import org.moderato.release.StrategyStatus.Result;
import org.moderato.release.check.CheckReport;

/** Shows people and monitoring what became of the attempts to change the strategy. */
@ApplicationScoped
public class StatusBoard {

  private final ReleaseRegistry registry;
  private final MeterRegistry metrics;
  private final Clock clock;

  private volatile String folderHash = "";
  private volatile @Nullable Instant since;
  private volatile @Nullable Instant staleSince;
  private volatile @Nullable Attempt lastAttempt;
  private volatile Checked checked = new Checked("", List.of());

  StatusBoard(ReleaseRegistry registry, MeterRegistry metrics, Clock clock) {
    this.registry = registry;
    this.metrics = metrics;
    this.clock = clock;
    metrics.gauge("moderato.strategy.age.seconds", this, board -> secondsSince(board.since));
    metrics.gauge("moderato.strategy.stale.seconds", this, board -> secondsSince(board.staleSince));
    metrics.gauge(
        "moderato.strategy.emergency.stops", this, board -> board.emergencyStops().size());
    metrics.gauge("moderato.strategy.suspect", this, board -> board.suspect().isPresent() ? 1 : 0);
  }

  private double secondsSince(@Nullable Instant instant) {
    return instant == null ? 0 : Duration.between(instant, clock.instant()).toMillis() / 1000.0;
  }

  /** What the folder holds, whether it can be loaded or not. */
  void folderHolds(String hash) {
    folderHash = hash;
  }

  /** The release in force is another one now. */
  void activated(Origin origin, Instant started, List<Problem> warnings) {
    since = clock.instant();
    // A folder that failed to load stays reported, although the database's release took over.
    boolean isOldFailureWorthMore = origin == Origin.DATABASE && staleSince != null;
    Attempt attempt = attempt(origin, Result.ACTIVATED, started, warnings);
    if (!isOldFailureWorthMore) {
      succeeded(attempt);
    }
  }

  /** What the folder holds became a draft: in force stays what is. */
  void drafted(Instant started, List<Problem> problems) {
    succeeded(attempt(Origin.FOLDER, Result.DRAFTED, started, problems));
  }

  /** What the check found of a release that was put in force before. */
  void checked(Release release, CheckReport report) {
    checked = new Checked(release.id(), report.problems());
  }

  private record Checked(String release, List<Problem> problems) {}

  private List<Problem> warnings(Release release) {
    Checked last = checked;
    return last.release().equals(release.id()) ? last.problems() : release.warnings();
  }

  /** The folder holds again what is in force. */
  void unchanged(Instant started, List<Problem> warnings) {
    succeeded(attempt(Origin.FOLDER, Result.UNCHANGED, started, warnings));
  }

  private void succeeded(Attempt attempt) {
    staleSince = null;
    lastAttempt = attempt;
  }

  /** Something could not be loaded; what is in force stays. */
  void failed(Origin origin, Instant started, List<Problem> problems) {
    Attempt attempt = attempt(origin, Result.FAILED, started, problems);
    if (staleSince == null) {
      staleSince = attempt.at();
    }
    lastAttempt = attempt;
  }

  private Attempt attempt(Origin origin, Result result, Instant started, List<Problem> problems) {
    Duration took = Duration.between(started, clock.instant());
    metrics
        .timer("moderato.strategy.loads", "origin", origin.name(), "result", result.name())
        .record(took);
    return new Attempt(started, origin, result, took.toMillis(), problems);
  }

  public StrategyStatus status() {
    Optional<Release> current = registry.current();
    return new StrategyStatus(
        current.map(Release::id).orElse(null),
        since,
        current.isPresent() && !current.get().hash().equals(folderHash),
        staleSince,
        emergencyStops(),
        suspect().orElse(null),
        lastAttempt,
        current.map(this::warnings).orElse(List.of()));
  }

  private List<EmergencyStop> emergencyStops() {
    return registry
        .current()
        .map(release -> EmergencyStop.of(release.strategy(), clock.instant()))
        .orElse(List.of());
  }

  private Optional<Suspicion> suspect() {
    return registry.current().flatMap(Release::suspicion);
  }
}
