package org.moderato.scenario;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moderato.release.Problem;
import org.moderato.strategy.Outcome;

/** What came of many scenarios, as programs read it. */
@Schema(name = "ScenarioRun", description = "What came of many scenarios.")
public record SuiteView(
    @Schema(description = "How many passed.", examples = "566") long passed,
    @Schema(description = "How many failed.", examples = "1") long failed,
    @Schema(description = "How many are not expected to pass yet.", examples = "0") long todo,
    @Schema(description = "Each scenario in the order of the files.") List<ResultView> scenarios,
    @Schema(description = "What is wrong with files of scenarios; the others ran.")
        List<Problem> problems,
    @Schema(description = "Which rows and rules were covered together.") CoverageView coverage) {

  /** What came of one scenario. */
  @Schema(name = "ScenarioResult", description = "What came of one scenario.")
  public record ResultView(
      @Schema(description = "What it shows.", examples = "The third promotion waits") String name,
      @Schema(description = "Its file.", examples = "rules/scenarios/caps.yaml") String file,
      @Schema(description = "Its line, or its row of a sheet.", examples = "12") int line,
      @Schema(description = "What became of it.") ScenarioResult.State state,
      @Schema(
              description = "Why the strategy itself failed, if it did.",
              examples = "rule \"Spacing\" failed")
          @Nullable String failure,
      @Schema(description = "Its moments, one after the other.") List<StepView> steps) {

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

  /** What came of one moment. */
  @Schema(name = "ScenarioStep", description = "What came of one moment of a scenario.")
  public record StepView(
      @Schema(description = "The instant that was judged.", examples = "2026-11-20T11:00:00Z")
          Instant at,
      @Schema(description = "Its line in the file.", examples = "14") int line,
      @Schema(description = "The verdict.") Outcome outcome,
      @Schema(
              description = "When the message may be sent; absent if it may not.",
              examples = "2026-11-25T11:00:00Z")
          @Nullable Instant until,
      @Schema(description = "On which channel.", examples = "email") String channel,
      @Schema(
              description = "What was expected and did not come.",
              examples = "expected outcome DEFER, was SEND")
          List<String> mismatches,
      @Schema(
              description = "Why the expected row did not say so.",
              examples = "row week did not apply: channel is sms, the cell says email")
          List<String> whyNot,
      @Schema(description = "What the policies said, where something is amiss.")
          List<FindingView> findings) {

    static StepView of(StepResult result) {
      return new StepView(
          result.step().at(),
          result.step().line(),
          result.verdict().outcome(),
          result.verdict().at(),
          result.verdict().channel(),
          result.mismatches(),
          result.whyNot(),
          result.isPassed()
              ? List.of()
              : result.verdict().findings().stream().map(FindingView::of).toList());
    }
  }

  /** How much is covered, and by table. */
  @Schema(name = "Coverage", description = "How much of the strategy scenarios cover.")
  public record CoverageView(
      @Schema(description = "Of a hundred rows and rules, rounded down.", examples = "98")
          int percent,
      @Schema(description = "Rows and rules that took effect.", examples = "80") long hit,
      @Schema(description = "All rows and rules.", examples = "81") long total,
      @Schema(description = "By table; the rules are one part.") List<CoverageReport.Part> parts) {}

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
