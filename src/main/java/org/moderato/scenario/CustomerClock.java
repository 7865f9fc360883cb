package org.moderato.scenario;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Shows times as the customer of a scenario has them, with the offset: so they can be copied into a
 * scenario as they stand.
 */
record CustomerClock(ZoneId zone) {

  /** Such as {@code 2026-11-22T06:00+01:00}; what is no time stays as it is. */
  String shown(@Nullable Object value) {
    return value instanceof Instant time
        ? time.atZone(zone).toOffsetDateTime().toString()
        : String.valueOf(value);
  }
}
