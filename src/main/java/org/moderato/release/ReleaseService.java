package org.moderato.release;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.moderato.release.StrategyStatus.Origin;
import org.moderato.release.store.ReleaseChannel;
import org.moderato.release.store.ReleaseStore;

/**
 * Puts releases in force: at start, when the folder changes, when another instance published one,
 * and when a scheduled one is due. Everything happens aside, on one thread; requests only ever see
 * the swap.
 */
@ApplicationScoped
public class ReleaseService {

  private static final Duration POLL = Duration.ofSeconds(1);

  private final ReleaseConfig config;
  private final ReleaseStore store;
  private final FolderPublisher folder;
  private final Activator activator;
  private final ReleaseChannel channel;
  private final StatusBoard board;
  private final Clock clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(r -> new Thread(r, "strategy"));

  ReleaseService(
      ReleaseConfig config,
      ReleaseStore store,
      FolderPublisher folder,
      Activator activator,
      ReleaseChannel channel,
      StatusBoard board,
      Clock clock) {
    this.config = config;
    this.store = store;
    this.folder = folder;
    this.activator = activator;
    this.channel = channel;
    this.board = board;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    StrategyFiles files = folder();
    board.folderHolds(files.hash());
    if (store.find(files.hash()).isEmpty()) {
      folder.publish(files);
    }
    activator.followDatabase();
    channel.listen(() -> thread.execute(() -> guarded(activator::followDatabase)));
    repeat(this::follow, POLL.toMillis());
    if (config.watch()) {
      watch(files);
    }
  }

  /** What the folder holds; nothing, and an error in the status, if it cannot be read. */
  private StrategyFiles folder() {
    try {
      return StrategyFiles.readFrom(config.folder());
    } catch (UncheckedIOException e) {
      unreadable(e);
      return StrategyFiles.NONE;
    }
  }

  private void unreadable(UncheckedIOException failure) {
    board.failed(Origin.FOLDER, clock.instant(), List.of(Problem.unreadable(failure)));
  }

  private void watch(StrategyFiles files) {
    FolderWatcher watcher = new FolderWatcher(config.folder(), files, config.settle(), clock);
    repeat(() -> look(watcher), config.interval().toMillis());
  }

  private void look(FolderWatcher watcher) {
    try {
      watcher.look().ifPresent(folder::changed);
    } catch (UncheckedIOException e) {
      unreadable(e);
    } catch (RuntimeException e) {
      // The database, most likely: a saved change must not be lost for that.
      watcher.forget();
      throw e;
    }
  }

  /** Follows the database, and does so again exactly when the next scheduled release is due. */
  private void follow() {
    activator.followDatabase();
    Optional<Duration> next =
        activator.untilNextSchedule().filter(wait -> wait.compareTo(POLL) < 0);
    next.ifPresent(
        wait ->
            thread.schedule(
                () -> guarded(activator::followDatabase),
                wait.toMillis() + 1,
                TimeUnit.MILLISECONDS));
  }

  /** Puts in force what was published, and waits until it is. */
  public void followNow() {
    try {
      thread.submit(activator::followDatabase).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      // The next poll tries again; whoever published sees in the status what stands in the way.
      Log.warn("a published release could not be put in force here", e.getCause());
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
}
