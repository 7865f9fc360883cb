package org.moderato.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.table.Mode;

/**
 * What one finding of a verdict ought to be; what is null or empty may be anything.
 *
 * @param policy the table or rule that decides, in words; for SEND one that had something to say
 * @param row the id of the row that decides; for SEND one that had something to say
 * @param mode what became of the finding
 * @param counted how many contacts it counted
 * @param countedIds the ids of the contacts that it counted, in any order; empty: any
 * @param provisional whether nobody knows its time yet
 * @param reason a part of its words
 */
public record ExpectedFinding(
    @Nullable String policy,
    @Nullable String row,
    @Nullable Mode mode,
    @Nullable Integer counted,
    List<String> countedIds,
    @Nullable Boolean provisional,
    @Nullable String reason) {

  public ExpectedFinding {
    countedIds = List.copyOf(countedIds);
  }

  /** Whether any finding will do. */
  boolean isEmpty() {
    return policy == null
        && row == null
        && mode == null
        && counted == null
        && countedIds.isEmpty()
        && provisional == null
        && reason == null;
  }
}
