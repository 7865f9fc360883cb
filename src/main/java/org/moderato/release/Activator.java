package org.moderato.release;

import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moderato.release.StrategyStatus.Origin;
import org.moderato.release.store.ReleaseLife;
import org.moderato.release.store.ReleaseStore;

/** Loads releases aside and puts them in force on this instance. Used by one thread at a time. */
@ApplicationScoped
class Activator {

  /** Scheduled releases are loaded so long before they take over. */
  private static final Duration BEFOREHAND = Duration.ofMinutes(2);

  private final ReleaseStore store;
  private final ReleaseLife life;
  private final StrategyLoader loader;
  private final ReleaseRegistry registry;
  private final StatusBoard board;
  private final Clock clock;
  private final Map<String, Optional<Release>> prepared = new HashMap<>();

  private @Nullable String unloadable;
  private volatile @Nullable Instant nextSchedule;

  Activator(
      ReleaseStore store,
      ReleaseLife life,
      StrategyLoader loader,
      ReleaseRegistry registry,
      StatusBoard board,
      Clock clock) {
    this.store = store;
    this.life = life;
    this.loader = loader;
    this.registry = registry;
    this.board = board;
    this.clock = clock;
  }

  /** Follows the database, which is the truth for all instances. */
  synchronized void followDatabase() {
    store.publishDue();
    Optional<StoredRelease> active = store.active();
    if (active.isPresent() && !isCurrent(active.get()) && !isUnloadable(active.get())) {
      put(active.get());
    }
    prepareScheduled();
  }

  private boolean isCurrent(StoredRelease stored) {
    return registry.current().map(Release::hash).filter(stored.hash()::equals).isPresent();
  }

  private boolean isUnloadable(StoredRelease stored) {
    return stored.id().equals(unloadable);
  }

  private void put(StoredRelease stored) {
    Instant started = clock.instant();
    Optional<Release> ready =
        Optional.ofNullable(prepared.remove(stored.id()))
            .flatMap(beforehand -> beforehand)
            .or(() -> registry.loaded(stored.hash()));
    if (ready.isPresent()) {
      activate(ready.get(), Origin.DATABASE, started);
      return;
    }
    StrategyLoader.Result result = loader.load(store.files(stored.id()).orElseThrow());
    if (result.loaded().isEmpty()) {
      unloadable = stored.id();
      board.failed(Origin.DATABASE, started, result.problems());
      return;
    }
    activate(release(stored, result), Origin.DATABASE, started);
  }

  /** What is due soon is compiled now, so that it takes over at its instant. */
  private void prepareScheduled() {
    List<Publication> scheduled = life.scheduled();
    nextSchedule = scheduled.isEmpty() ? null : scheduled.get(0).effectiveFrom();
    Instant soon = clock.instant().plus(BEFOREHAND);
    scheduled.stream()
        .filter(wish -> wish.effectiveFrom() != null && wish.effectiveFrom().isBefore(soon))
        .forEach(wish -> prepared.computeIfAbsent(wish.release(), this::loaded));
    Set<String> wanted = scheduled.stream().map(Publication::release).collect(Collectors.toSet());
    List<String> calledOff = prepared.keySet().stream().filter(id -> !wanted.contains(id)).toList();
    calledOff.forEach(id -> prepared.remove(id).ifPresent(Release::retire));
  }

  @PreDestroy
  synchronized void dispose() {
    prepared.values().forEach(release -> release.ifPresent(Release::retire));
    prepared.clear();
  }

  /** Empty if it cannot be loaded: that is told when it takes over, and not tried until then. */
  private Optional<Release> loaded(String id) {
    Optional<StrategyFiles> files = store.files(id);
    Optional<StoredRelease> stored = files.flatMap(f -> store.find(f.hash()));
    StrategyLoader.Result result = loader.load(files.orElse(StrategyFiles.NONE));
    return result.loaded().isEmpty()
        ? Optional.empty()
        : stored.map(known -> release(known, result));
  }

  /** How long until the next scheduled release takes over; empty: none is. */
  Optional<Duration> untilNextSchedule() {
    return Optional.ofNullable(nextSchedule)
        .map(instant -> Duration.between(clock.instant(), instant))
        .filter(wait -> !wait.isNegative());
  }

  static Release release(StoredRelease stored, StrategyLoader.Result result) {
    return new Release(
        stored.id(), stored.hash(), result.loaded().orElseThrow(), result.problems());
  }

  synchronized void activate(Release release, Origin origin, Instant started) {
    Rehearsal.of(release.strategy());
    registry.activate(release);
    unloadable = null;
    board.activated(origin, started, release.warnings());
    Log.infof("strategy activated release=%s origin=%s", release.id(), origin);
  }
}
