package org.moderato.overload;

import java.time.Duration;
import java.util.Optional;

/** Settings of a small service. */
record TestOverload(
    Optional<Integer> workers,
    Optional<Integer> reserved,
    int marketingUntil,
    int standardUntil,
    int vitalUntil,
    Duration patience)
    implements OverloadConfig {

  /** One worker for all, one for vital messages. */
  static TestOverload small() {
    return new TestOverload(Optional.of(2), Optional.of(1), 1, 2, 3, Duration.ofMinutes(1));
  }
}
