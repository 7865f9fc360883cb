package org.moderato.scenario;

import java.util.List;
import org.moderato.release.Problem;

/**
 * What came of many scenarios.
 *
 * @param problems errors and warnings of their files
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

  /** Whether all scenarios of all files could be read. */
  public boolean isReadable() {
    return problems.stream().noneMatch(p -> p.severity() == Problem.Severity.ERROR);
  }

  /** Whether no scenario failed and every file could be read. */
  public boolean isPassed() {
    return count(ScenarioResult.State.FAILED) == 0 && isReadable();
  }
}
