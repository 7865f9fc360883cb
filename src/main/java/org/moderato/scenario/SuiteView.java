package org.moderato.scenario;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderato.release.Problem;
import org.moderato.strategy.Outcome;
import org.moderato.strategy.judge.Finding;

/**
 * What came of many scenarios, as programs read it.
 *
 * @param problems what is wrong with files of scenarios
 * @param coverage which rows and rules were covered together
 */
public record SuiteView(
    long passed,
    long failed,
    long todo,
    List<ResultView> scenarios,
    List<Problem> problems,
    CoverageView coverage) {

  /** What came of one scenario. */
  public record ResultView(
      String name,
      String file,
      int line,
      ScenarioResult.State state,
      @Nullable String failure,
      List<StepView> steps) {

    static ResultView of(ScenarioResult result) {
      return new ResultView(
          result.scenario().name(),
          result.scenario().source().file(),
          result.scenario().source().row(),
          result.state(),
          result.failure(),
          result.steps().stream().map(StepView::of).toList());
    }
  }

  /** What came of one moment; findings are told where something is amiss. */
  public record StepView(
      Instant at,
      int line,
      Outcome outcome,
      @Nullable Instant until,
      String channel,
      List<String> mismatches,
      List<String> whyNot,
      List<Finding> findings) {

    static StepView of(StepResult result) {
      return new StepView(
          result.step().at(),
          result.step().line(),
          result.verdict().outcome(),
          result.verdict().at(),
          result.verdict().channel(),
          result.mismatches(),
          result.whyNot(),
          result.isPassed() ? List.of() : result.verdict().findings());
    }
  }

  /** How much is covered, and by table. */
  public record CoverageView(int percent, long hit, long total, List<CoverageReport.Part> parts) {}

  public static SuiteView of(SuiteReport report) {
    CoverageReport coverage = report.coverage();
    return new SuiteView(
        report.count(ScenarioResult.State.PASSED),
        report.count(ScenarioResult.State.FAILED),
        report.count(ScenarioResult.State.TODO),
        report.results().stream().map(ResultView::of).toList(),
        report.problems(),
        new CoverageView(coverage.percent(), coverage.hit(), coverage.total(), coverage.parts()));
  }
}
