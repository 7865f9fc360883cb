package org.moderato.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a scenario.
 *
 * @param steps those that were judged
 * @param failure why the strategy itself failed; null: it did not
 */
public record ScenarioResult(Scenario scenario, List<StepResult> steps, @Nullable String failure) {

  public ScenarioResult {
    steps = List.copyOf(steps);
  }

  /** What became of it. */
  public enum State {
    PASSED,
    FAILED,
    /** It is not expected to pass yet, and is not counted. */
    TODO
  }

  public State state() {
    if (scenario.todo() != null) {
      return State.TODO;
    }
    boolean passed = failure == null && steps.stream().allMatch(StepResult::isPassed);
    return passed ? State.PASSED : State.FAILED;
  }
}
