package org.moderato.scenario;

import java.util.List;
import org.moderato.strategy.judge.Verdict;

/**
 * What came of one moment of a scenario.
 *
 * @param verdict what the strategy said
 * @param mismatches what was expected and did not come, in words; empty: it passed
 * @param whyNot why an expected row did not say so, in words
 */
public record StepResult(Step step, Verdict verdict, List<String> mismatches, List<String> whyNot) {

  public StepResult {
    mismatches = List.copyOf(mismatches);
    whyNot = List.copyOf(whyNot);
  }

  public boolean isPassed() {
    return mismatches.isEmpty();
  }
}
