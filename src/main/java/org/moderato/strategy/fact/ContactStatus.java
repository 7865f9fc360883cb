package org.moderato.strategy.fact;

/** Where a contact stands. */
public enum ContactStatus {
  /** Announced, with a priority; counts only where a row names planned contacts. */
  PLANNED,
  /** Holds a slot until it is confirmed, released or expires. */
  RESERVED,
  /** Went out, or is taken as gone out. */
  SENT,
  /** Given back by the sender. */
  RELEASED,
  /** A reservation that nobody confirmed in time. */
  EXPIRED
}
