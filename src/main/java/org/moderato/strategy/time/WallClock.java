package org.moderato.strategy.time;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * A zone's clock on the wall, but one that never goes back: where others show an hour twice, it
 * stands still at that hour's end the second time. So later instants never have earlier dates, and
 * calendar periods lie side by side.
 */
record WallClock(ZoneId zone) {

  /** What this clock shows; it never decreases. */
  LocalDateTime at(Instant instant) {
    LocalDateTime shown = LocalDateTime.ofInstant(instant, zone);
    ZoneOffsetTransition change = zone.getRules().getTransition(shown);
    boolean secondTime = change != null && !instant.isBefore(change.getInstant());
    return secondTime ? change.getDateTimeBefore().minus(1, MICROS) : shown;
  }

  /** The first instant at which this clock shows that time or, if it skips it, a later one. */
  Instant first(LocalDateTime time) {
    ZoneOffsetTransition change = zone.getRules().getTransition(time);
    if (change != null && change.isGap()) {
      return change.getInstant();
    }
    return time.atZone(zone).toInstant();
  }
}
