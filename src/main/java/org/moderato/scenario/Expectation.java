package org.moderato.scenario;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Outcome;
import org.moderato.strategy.table.Mode;

/**
 * What a verdict ought to be; what is null or empty may be anything.
 *
 * @param outcome SEND, DEFER or SUPPRESS
 * @param until for DEFER the earliest allowed time; for SUPPRESS when its row would let it pass
 * @param channel on which channel
 * @param policy the table or rule that decides, in words; for SEND one that had something to say
 * @param row the id of the row that decides; for SEND one that had something to say
 * @param mode what became of that finding
 * @param counted how many contacts that finding counted
 * @param countedIds the ids of the contacts that it counted, in any order; empty: any
 * @param reason a part of the words of that finding
 * @param alsoFindings policies or rows that have something to say, whatever decides
 * @param noFindings policies or rows that have nothing to say
 */
public record Expectation(
    @Nullable Outcome outcome,
    @Nullable Instant until,
    @Nullable String channel,
    @Nullable String policy,
    @Nullable String row,
    @Nullable Mode mode,
    @Nullable Integer counted,
    List<String> countedIds,
    @Nullable String reason,
    List<String> alsoFindings,
    List<String> noFindings) {

  public Expectation {
    countedIds = List.copyOf(countedIds);
    alsoFindings = List.copyOf(alsoFindings);
    noFindings = List.copyOf(noFindings);
  }

  /** Whether it says anything about one particular finding. */
  boolean namesAFinding() {
    return policy != null
        || row != null
        || mode != null
        || counted != null
        || !countedIds.isEmpty()
        || reason != null;
  }

  /** Whether anything may come. */
  public boolean isEmpty() {
    return outcome == null
        && until == null
        && channel == null
        && !namesAFinding()
        && alsoFindings.isEmpty()
        && noFindings.isEmpty();
  }
}
