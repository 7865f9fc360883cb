package org.moderato.release;

import java.time.Duration;
import org.moderato.strategy.StrategyException;
import org.moderato.strategy.rule.Effort;

/** Ends a judgement that takes too long; measured by a clock that never jumps. */
public final class Deadline implements Effort {

  private final long end;

  public Deadline(Duration limit) {
    this.end = System.nanoTime() + limit.toNanos();
  }

  @Override
  public void check() {
    if (isOver()) {
      throw new StrategyException(
          StrategyException.Kind.DEADLINE, "judging took longer than it may");
    }
  }

  /** Whether the time is up. */
  public boolean isOver() {
    return System.nanoTime() - end > 0;
  }
}
