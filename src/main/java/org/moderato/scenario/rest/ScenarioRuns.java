package org.moderato.scenario.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.moderato.http.ErrorCode;
import org.moderato.http.FieldError;
import org.moderato.http.ServiceException;
import org.moderato.release.Lease;
import org.moderato.release.Problem;
import org.moderato.release.Release;
import org.moderato.release.ReleaseRegistry;
import org.moderato.release.StrategyFiles;
import org.moderato.release.StrategyLoader;
import org.moderato.release.store.ReleaseStore;
import org.moderato.release.store.ZippedFiles;
import org.moderato.scenario.Scenario;
import org.moderato.scenario.SuiteView;
import org.moderato.scenario.file.ScenarioSuite;

/** Finds the strategy that scenarios are to be run against, and runs them. */
@ApplicationScoped
class ScenarioRuns {

  private final ReleaseRegistry releases;
  private final ReleaseStore store;
  private final StrategyLoader loader;
  private final ScenarioConfig config;

  ScenarioRuns(
      ReleaseRegistry releases, ReleaseStore store, StrategyLoader loader, ScenarioConfig config) {
    this.releases = releases;
    this.store = store;
    this.loader = loader;
    this.config = config;
  }

  SuiteView run(ScenarioRunRequest request) {
    try (Lease lease = active()) {
      String wanted = request.release() == null ? lease.release().id() : request.release();
      StrategyFiles files = store.files(wanted).orElseThrow(() -> notFound(wanted));
      StrategyFiles asked = files.withScenarios(request.scenarios());
      return wanted.equals(lease.release().id())
          ? run(asked, lease.release(), request.filter())
          : load(asked, request.filter());
    }
  }

  /** Runs the scenarios of a strategy that is nowhere else. */
  SuiteView run(byte[] zip, @Nullable String filter) {
    if (!config.uploads()) {
      throw new ServiceException(
          ErrorCode.INVALID,
          "uploads are switched off, since rules are code; see moderato.scenarios.uploads");
    }
    try {
      return load(ZippedFiles.unzip(zip), filter);
    } catch (UncheckedIOException e) {
      throw new ServiceException(ErrorCode.MALFORMED, "The body is no zip file");
    }
  }

  private Lease active() {
    return releases
        .acquire()
        .orElseThrow(
            () ->
                new ServiceException(
                    ErrorCode.STRATEGY_NOT_READY, "no strategy could be loaded yet"));
  }

  private static ServiceException notFound(String release) {
    return new ServiceException(ErrorCode.NOT_FOUND, "there is no release of that id");
  }

  private SuiteView load(StrategyFiles files, @Nullable String filter) {
    StrategyLoader.Result result = loader.load(files);
    if (result.loaded().isEmpty()) {
      throw new ServiceException(
          ErrorCode.INVALID,
          "the strategy cannot be loaded",
          result.problems().stream().map(ScenarioRuns::error).toList());
    }
    StrategyLoader.Loaded loaded = result.loaded().get();
    try {
      return run(new ScenarioSuite(files, loaded.scenarioSheets(), loaded.strategy()), filter);
    } finally {
      loaded.disposal().run();
    }
  }

  private static FieldError error(Problem problem) {
    return new FieldError(problem.file(), problem.toString());
  }

  private static SuiteView run(StrategyFiles files, Release release, @Nullable String filter) {
    return run(new ScenarioSuite(files, release.scenarioSheets(), release.strategy()), filter);
  }

  private static SuiteView run(ScenarioSuite suite, @Nullable String filter) {
    return SuiteView.of(suite.run(wanted(filter)));
  }

  private static Predicate<Scenario> wanted(@Nullable String filter) {
    return scenario -> filter == null || scenario.isNamed(filter);
  }
}
