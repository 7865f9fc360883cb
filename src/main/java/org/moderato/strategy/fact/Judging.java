package org.moderato.strategy.fact;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The occasion of one round of judging.
 *
 * @param at the instant that is judged
 * @param askedAt the instant that the sender asked for, never after {@code at}
 * @param zone the customer's zone, in which calendar windows and quiet hours are read
 * @param channel the channel that is judged
 */
public record Judging(Instant at, Instant askedAt, ZoneId zone, String channel) {

  /** The instant on the customer's wall clock. */
  public ZonedDateTime local() {
    return at.atZone(zone);
  }
}
