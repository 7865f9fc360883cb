package org.moderato.release;

import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Holds the release in force and swaps it in one step. A request that has taken the old release
 * finishes with it.
 */
@ApplicationScoped
public class ReleaseRegistry {

  /** Releases kept ready beside requests in flight, so that going back is instant. */
  private static final int KEPT = 3;

  private final Clock clock;
  private final AtomicReference<@Nullable Release> current = new AtomicReference<>();
  private final Deque<Release> kept = new ArrayDeque<>();

  ReleaseRegistry(Clock clock) {
    this.clock = clock;
  }

  /** The release in force, for the time of one request; empty if none was ever loaded. */
  public Optional<Lease> acquire() {
    while (true) {
      Release release = current.get();
      if (release == null) {
        return Optional.empty();
      }
      if (release.lease()) {
        return Optional.of(new Lease(release));
      }
    }
  }

  /** The release in force, to be looked at only. */
  public Optional<Release> current() {
    return Optional.ofNullable(current.get());
  }

  /**
   * Notes that a release failed while it judged.
   *
   * @param reason names the rule
   */
  public void failed(Release release, String reason) {
    boolean wasSuspect = release.suspicion().isPresent();
    release.failed(clock.instant(), reason);
    if (!wasSuspect && release.suspicion().isPresent()) {
      Log.errorf("strategy suspect release=%s reason=%s", release.id(), reason);
    }
  }

  /** A release that is still loaded, by its hash. */
  synchronized Optional<Release> loaded(String hash) {
    return kept.stream().filter(release -> release.hash().equals(hash)).findFirst();
  }

  /** Puts a release in force. */
  synchronized void activate(Release release) {
    current.set(release);
    kept.remove(release);
    kept.addFirst(release);
    while (kept.size() > KEPT) {
      kept.removeLast().retire();
    }
  }

  @PreDestroy
  synchronized void disposeOfAll() {
    current.set(null);
    kept.forEach(Release::retire);
    kept.clear();
  }
}
