package org.moderato.release;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Failures of one release while it judges: three within a minute make it suspect, for good. */
final class FailureLog {

  private static final int ENOUGH = 3;
  private static final Duration WITHIN = Duration.ofMinutes(1);

  private final Deque<Instant> latest = new ArrayDeque<>();
  private @Nullable Suspicion suspicion;

  synchronized void add(Instant at, String reason) {
    latest.addLast(at);
    if (latest.size() > ENOUGH) {
      latest.removeFirst();
    }
    boolean areMany = latest.size() == ENOUGH && !latest.getFirst().plus(WITHIN).isBefore(at);
    if (areMany) {
      suspicion = new Suspicion(suspicion == null ? at : suspicion.since(), reason);
    }
  }

  synchronized Optional<Suspicion> suspicion() {
    return Optional.ofNullable(suspicion);
  }
}
