package org.moderato.release;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.moderato.release.StrategyStatus.Origin;
import org.moderato.release.store.ReleaseStore;

/**
 * Puts releases in force: at start, when the folder changes, and when another instance published
 * one. Everything happens aside, on one thread; requests only ever see the swap.
 */
@ApplicationScoped
public class ReleaseService {

  private static final Duration POLL = Duration.ofSeconds(1);

  private final ReleaseConfig config;
  private final ReleaseStore store;
  private final StrategyLoader loader;
  private final ReleaseRegistry registry;
  private final StatusBoard board;
  private final Clock clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(r -> new Thread(r, "strategy"));

  private @Nullable String unloadable;

  ReleaseService(
      ReleaseConfig config,
      ReleaseStore store,
      StrategyLoader loader,
      ReleaseRegistry registry,
      StatusBoard board,
      Clock clock) {
    this.config = config;
    this.store = store;
    this.loader = loader;
    this.registry = registry;
    this.board = board;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    StrategyFiles files = folder();
    board.folderHolds(files.hash());
    if (store.find(files.hash()).isEmpty()) {
      publish(files);
    }
    if (registry.current().isEmpty()) {
      followDatabase();
    }
    if (config.watch()) {
      watch(files);
    }
  }

  /** What the folder holds; nothing, and an error in the status, if it cannot be read. */
  private StrategyFiles folder() {
    try {
      return StrategyFiles.readFrom(config.folder());
    } catch (UncheckedIOException e) {
      failed(Origin.FOLDER, clock.instant(), List.of(Problem.unreadable(e)));
      return StrategyFiles.NONE;
    }
  }

  private void watch(StrategyFiles files) {
    FolderWatcher watcher = new FolderWatcher(config.folder(), files, config.settle(), clock);
    long interval = config.interval().toMillis();
    repeat(() -> look(watcher), interval);
    repeat(this::followDatabase, POLL.toMillis());
  }

  private void look(FolderWatcher watcher) {
    try {
      watcher.look().ifPresent(this::folderChanged);
    } catch (UncheckedIOException e) {
      failed(Origin.FOLDER, clock.instant(), List.of(Problem.unreadable(e)));
    } catch (RuntimeException e) {
      // The database, most likely: a saved change must not be lost for that.
      watcher.forget();
      throw e;
    }
  }

  private void repeat(Runnable task, long millis) {
    thread.scheduleWithFixedDelay(() -> guarded(task), millis, millis, TimeUnit.MILLISECONDS);
  }

  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      // The next look may succeed; without this the schedule would end.
      Log.warn("looking for a new strategy failed", e);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    thread.shutdownNow();
  }

  /** A changed and settled folder becomes the release in force, if it can be loaded. */
  private void folderChanged(StrategyFiles files) {
    board.folderHolds(files.hash());
    Optional<Release> current = registry.current();
    if (current.isPresent() && current.get().hash().equals(files.hash())) {
      board.unchanged(clock.instant(), current.get().warnings());
      return;
    }
    publish(files);
  }

  private void publish(StrategyFiles files) {
    Instant started = clock.instant();
    Optional<Release> ready = registry.loaded(files.hash());
    if (ready.isPresent()) {
      store.publish(files);
      activate(ready.get(), Origin.FOLDER, started);
      return;
    }
    StrategyLoader.Result result = loader.load(files);
    if (result.loaded().isEmpty()) {
      failed(Origin.FOLDER, started, result.problems());
      return;
    }
    activate(release(store.publish(files), result), Origin.FOLDER, started);
  }

  /** Follows the database, which is the truth for all instances. */
  private void followDatabase() {
    Optional<StoredRelease> active = store.active();
    if (active.isEmpty() || isCurrent(active.get()) || active.get().id().equals(unloadable)) {
      return;
    }
    Instant started = clock.instant();
    Optional<Release> ready = registry.loaded(active.get().hash());
    if (ready.isPresent()) {
      activate(ready.get(), Origin.DATABASE, started);
      return;
    }
    StrategyLoader.Result result = loader.load(store.files(active.get().id()).orElseThrow());
    if (result.loaded().isEmpty()) {
      unloadable = active.get().id();
      failed(Origin.DATABASE, started, result.problems());
      return;
    }
    activate(release(active.get(), result), Origin.DATABASE, started);
  }

  private boolean isCurrent(StoredRelease stored) {
    return registry.current().map(Release::hash).filter(stored.hash()::equals).isPresent();
  }

  private static Release release(StoredRelease stored, StrategyLoader.Result result) {
    return new Release(
        stored.id(), stored.hash(), result.loaded().orElseThrow(), result.problems());
  }

  private void activate(Release release, Origin origin, Instant started) {
    Rehearsal.of(release.strategy());
    registry.activate(release);
    board.activated(origin, started, release.warnings());
    Log.infof("strategy activated release=%s origin=%s", release.id(), origin);
  }

  private void failed(Origin origin, Instant started, List<Problem> problems) {
    board.failed(origin, started, problems);
    Log.warnf(
        "strategy not loaded origin=%s problems=%d first=%s",
        origin, problems.size(), problems.isEmpty() ? "none" : problems.get(0));
  }
}
