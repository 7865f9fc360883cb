package org.moderato.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.moderato.evaluation.LoggedDecision;
import org.moderato.strategy.judge.Verdict;

/**
 * A decision that was judged again.
 *
 * @param decision the decision
 * @param before what the strategy in force says; if there is none, what was answered
 * @param after what the candidate says
 */
record Replayed(LoggedDecision decision, Verdict before, Verdict after) {

  private static final Duration SAME = Duration.ofNanos(1000);

  /** Whether a sender would see a difference: the outcome, the channel or the time. */
  boolean isChanged() {
    return before.outcome() != after.outcome()
        || !before.channel().equals(after.channel())
        || !isSame(before.at(), after.at());
  }

  private static boolean isSame(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return Objects.equals(one, other);
    }
    return Duration.between(one, other).abs().compareTo(SAME) <= 0;
  }
}
