package org.moderato.overload;

import java.time.Duration;

/** Settings of a small service. */
record TestOverload(
    int workers,
    int reserved,
    int marketingUntil,
    int standardUntil,
    int vitalUntil,
    Duration patience)
    implements OverloadConfig {

  /** One worker for all, one for vital messages. */
  static TestOverload small() {
    return new TestOverload(2, 1, 1, 2, 3, Duration.ofMinutes(1));
  }
}
