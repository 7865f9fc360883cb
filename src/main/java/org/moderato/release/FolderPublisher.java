package org.moderato.release;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.moderato.release.ReleaseConfig.FolderPublish;
import org.moderato.release.ReleaseConfig.FolderScenarios;
import org.moderato.release.StrategyStatus.Origin;
import org.moderato.release.check.CheckReport;
import org.moderato.release.store.ReleaseStore;

/**
 * Makes releases of what is saved in the folder. What stands in the way of loading keeps a change
 * from being put in force; everything else is checked afterwards, since a saved cell must count
 * within seconds.
 */
@ApplicationScoped
class FolderPublisher {

  private final ReleaseConfig config;
  private final ReleaseStore store;
  private final StrategyLoader loader;
  private final Activator activator;
  private final ReleaseRegistry registry;
  private final Checker checker;
  private final StatusBoard board;
  private final Clock clock;
  private final ExecutorService afterwards =
      Executors.newSingleThreadExecutor(r -> new Thread(r, "strategy-check"));

  FolderPublisher(
      ReleaseConfig config,
      ReleaseStore store,
      StrategyLoader loader,
      Activator activator,
      ReleaseRegistry registry,
      Checker checker,
      StatusBoard board,
      Clock clock) {
    this.config = config;
    this.store = store;
    this.loader = loader;
    this.activator = activator;
    this.registry = registry;
    this.checker = checker;
    this.board = board;
    this.clock = clock;
  }

  /** A changed and settled folder becomes the release in force, if it can be loaded. */
  void changed(StrategyFiles files) {
    board.folderHolds(files.hash());
    Optional<Release> current = registry.current();
    if (current.isPresent() && current.get().hash().equals(files.hash())) {
      board.unchanged(clock.instant(), current.get().warnings());
      return;
    }
    publish(files);
  }

  /** What the folder holds becomes a release: in force, or a draft. */
  void publish(StrategyFiles files) {
    if (config.folderPublish() == FolderPublish.DRAFT && store.active().isPresent()) {
      draft(files);
    } else if (config.folderScenarios() == FolderScenarios.BLOCK && !scenariosPass(files)) {
      return;
    } else {
      putInForce(files);
    }
  }

  private void draft(StrategyFiles files) {
    Instant started = clock.instant();
    StoredRelease stored = store.store(files, ReleaseDetails.FOLDER);
    CheckReport report = checker.check(stored.id(), ReleaseDetails.FOLDER.author(), files);
    board.drafted(started, report.problems());
    Log.infof("strategy stored as a draft release=%s", stored.id());
  }

  /** Tells in the status what fails, if something does. */
  private boolean scenariosPass(StrategyFiles files) {
    Instant started = clock.instant();
    CheckReport report = checker.gate(files);
    if (report.loads() && report.scenariosPass()) {
      return true;
    }
    board.failed(Origin.FOLDER, started, report.problems());
    return false;
  }

  private void putInForce(StrategyFiles files) {
    Instant started = clock.instant();
    Optional<Release> before = registry.current();
    Optional<Release> ready = registry.loaded(files.hash());
    if (ready.isPresent()) {
      store.publish(files);
      activator.activate(ready.get(), Origin.FOLDER, started);
      return;
    }
    StrategyLoader.Result result = loader.load(files);
    if (result.loaded().isEmpty()) {
      List<Problem> problems = result.problems();
      board.failed(Origin.FOLDER, started, problems);
      Log.warnf("strategy not loaded problems=%d first=%s", problems.size(), problems.get(0));
      return;
    }
    Release release = Activator.release(store.publish(files), result);
    activator.activate(release, Origin.FOLDER, started);
    afterwards.execute(() -> checkAfterwards(release, before));
  }

  private void checkAfterwards(Release release, Optional<Release> before) {
    if (!release.lease()) {
      return;
    }
    Optional<Release> leased = before.filter(Release::lease);
    try {
      CheckReport report = checker.checkAfterwards(release, leased);
      board.checked(release, report);
      if (!report.scenariosPass()) {
        Log.warnf("scenarios fail release=%s counts=%s", release.id(), report.scenarios());
      }
    } catch (RuntimeException e) {
      Log.errorf(e, "strategy could not be checked release=%s", release.id());
    } finally {
      release.giveBack();
      leased.ifPresent(Release::giveBack);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    afterwards.shutdownNow();
  }
}
