package org.moderato.release.check.logic;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Time for an analysis, which asks again and again whether some is left. */
final class Budget {

  private final Clock clock;
  private final Instant end;
  private boolean spent;

  Budget(Clock clock, Duration time) {
    this.clock = clock;
    this.end = clock.instant().plus(time);
  }

  /** Whether to stop; once it is, it stays. */
  boolean isSpent() {
    spent = spent || !clock.instant().isBefore(end);
    return spent;
  }
}
