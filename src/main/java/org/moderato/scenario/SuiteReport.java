package org.moderato.scenario;

import java.util.List;
import org.moderato.release.Problem;

/**
 * What came of many scenarios.
 *
 * @param problems what is wrong with their files
 * @param coverage which rows and rules they covered together
 */
public record SuiteReport(
    List<ScenarioResult> results, List<Problem> problems, CoverageReport coverage) {

  public SuiteReport {
    results = List.copyOf(results);
    problems = List.copyOf(problems);
  }

  public long count(ScenarioResult.State state) {
    return results.stream().filter(result -> result.state() == state).count();
  }

  /** Whether no scenario failed and every file could be read. */
  public boolean isPassed() {
    return count(ScenarioResult.State.FAILED) == 0 && problems.isEmpty();
  }
}
