package org.moderato.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.Optional;
import org.moderato.http.JsonBodies;
import org.moderato.release.check.Baseline;
import org.moderato.release.check.CheckPipeline;
import org.moderato.release.check.CheckReport;
import org.moderato.release.check.StrategyCheck;
import org.moderato.release.store.ReleaseLife;
import org.moderato.release.store.ReleaseStore;

/** Checks releases in the service and keeps their reports. */
@ApplicationScoped
class Checker {

  private final CheckPipeline pipeline;
  private final CheckPipeline gate;
  private final ReleaseRegistry registry;
  private final ReleaseStore store;
  private final ReleaseLife life;
  private final JsonBodies json;

  Checker(
      StrategyLoader loader,
      Instance<StrategyCheck> checks,
      ReleaseRegistry registry,
      ReleaseStore store,
      ReleaseLife life,
      JsonBodies json,
      Clock clock) {
    this.pipeline = new CheckPipeline(loader, checks.stream().toList(), clock);
    this.gate =
        new CheckPipeline(loader, checks.stream().filter(StrategyCheck::mayBlock).toList(), clock);
    this.registry = registry;
    this.store = store;
    this.life = life;
    this.json = json;
  }

  /** Looks once more at what may keep files from being put in force, and at nothing else. */
  CheckReport gate(StrategyFiles files) {
    return gate.check(files, Optional.empty());
  }

  /** Checks a stored release and keeps its report. */
  CheckReport check(String release, String by, StrategyFiles files) {
    Optional<Lease> active = registry.acquire();
    try {
      CheckReport report =
          pipeline.check(files, active.map(Lease::release).flatMap(this::baseline));
      life.keepReport(release, by, json.write(report));
      return report;
    } finally {
      active.ifPresent(Lease::close);
    }
  }

  /** Checks a release that was put in force already, against the one before it. */
  CheckReport checkAfterwards(Release release, Optional<Release> before) {
    StrategyFiles files = store.files(release.id()).orElseThrow();
    CheckReport report = pipeline.check(release, files, before.flatMap(this::baseline));
    life.keepReport(release.id(), ReleaseDetails.FOLDER.author(), json.write(report));
    return report;
  }

  private Optional<Baseline> baseline(Release release) {
    return store.files(release.id()).map(files -> new Baseline(release, files));
  }
}
