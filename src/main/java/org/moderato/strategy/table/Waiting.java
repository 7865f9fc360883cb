package org.moderato.strategy.table;

import org.jspecify.annotations.Nullable;
import org.moderato.strategy.time.Span;

/**
 * What becomes of a message that a limit holds back: the cell {@code When reached}.
 *
 * @param way how
 * @param span for {@link Way#FIXED}, how long from now; else null
 */
public record Waiting(Way way, @Nullable Span span) {

  public static final Waiting EARLIEST = new Waiting(Way.EARLIEST, null);
  public static final Waiting SUPPRESS = new Waiting(Way.SUPPRESS, null);

  /** How a message waits. */
  public enum Way {
    /** Until the first instant at which the limit lets it pass. */
    EARLIEST,
    /** For a fixed time from now. */
    FIXED,
    /** It does not wait: it is suppressed. */
    SUPPRESS
  }

  /** This one; if it says no more than to wait, the other one. */
  public Waiting or(Waiting other) {
    return way == Way.EARLIEST ? other : this;
  }

  public static Waiting fixed(Span span) {
    return new Waiting(Way.FIXED, span);
  }
}
