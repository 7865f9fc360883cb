package org.moderato.strategy.table;

import org.jspecify.annotations.Nullable;
import org.moderato.strategy.time.Span;

/**
 * A row that can hold a message back. Its table understands {@code When reached}, {@code Wait at
 * most} and {@code Ask again after}.
 */
public abstract class LimitingRow extends PolicyRow {

  private Waiting whenReached = Waiting.EARLIEST;
  private @Nullable Span waitAtMost;
  private @Nullable Span askAgainAfter;

  public Waiting getWhenReached() {
    return whenReached;
  }

  public void setWhenReached(Waiting whenReached) {
    this.whenReached = whenReached;
  }

  /** The longest wait; a message that would have to wait longer is suppressed. Null: no bound. */
  public @Nullable Span getWaitAtMost() {
    return waitAtMost;
  }

  public void setWaitAtMost(@Nullable Span waitAtMost) {
    this.waitAtMost = waitAtMost;
  }

  /** When to ask again if nobody knows how long the wait is. Null: after a day. */
  public @Nullable Span getAskAgainAfter() {
    return askAgainAfter;
  }

  public void setAskAgainAfter(@Nullable Span askAgainAfter) {
    this.askAgainAfter = askAgainAfter;
  }
}
