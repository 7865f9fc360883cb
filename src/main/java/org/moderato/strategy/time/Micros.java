package org.moderato.strategy.time;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Instants as whole microseconds since 1970. */
public final class Micros {

  private static final long PER_SECOND = 1_000_000;
  private static final long NANOS = 1000;

  private Micros() {}

  public static long of(Instant instant) {
    return instant.getEpochSecond() * PER_SECOND + TimeUnit.NANOSECONDS.toMicros(instant.getNano());
  }

  static Instant toInstant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * NANOS);
  }
}
