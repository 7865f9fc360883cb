package org.moderato.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.moderato.evaluation.LoggedDecision;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.table.Level;

/**
 * A decision of the past with what a judge may see of it.
 *
 * @param logged the decision
 * @param view what was seen then, perhaps with more history
 * @param levels whose history is in the view
 */
record Past(LoggedDecision logged, CustomerView view, Set<Level> levels) {

  Past {
    levels = Set.copyOf(levels);
  }

  /** The instant that was judged. */
  Instant at() {
    return logged.decision().askedAt();
  }

  /**
   * A decision of which a strategy asks to see more than was seen then.
   *
   * @param lookback how far back from the judged instant
   * @param levels whose history
   */
  record Wish(Past past, Duration lookback, Set<Level> levels) {

    /** From when on contacts are wished for. */
    Instant from() {
      Instant wanted = past.at().minus(lookback);
      Instant loaded = past.view().loadedFrom();
      return wanted.isBefore(loaded) ? wanted : loaded;
    }
  }
}
