package org.moderato.scenario;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.moderato.release.Problem;
import org.moderato.strategy.Outcome;
import org.moderato.strategy.judge.Finding;
import org.moderato.strategy.judge.Verdict;

/** Tells people what came of scenarios. */
public final class TextReport {

  private final StringBuilder text = new StringBuilder();

  /**
   * @param withCoverage whether rows that no scenario covers are listed
   */
  public static String of(SuiteReport report, boolean withCoverage) {
    TextReport writer = new TextReport();
    report.problems().forEach(writer::problem);
    report.results().stream()
        .filter(result -> result.state() == ScenarioResult.State.FAILED)
        .forEach(writer::failed);
    report.results().stream()
        .filter(result -> result.state() == ScenarioResult.State.TODO)
        .forEach(writer::todo);
    if (withCoverage) {
      writer.coverage(report.coverage());
    }
    writer.summary(report);
    return writer.text.toString();
  }

  private void line(String form, Object... values) {
    text.append(form.formatted(values)).append('\n');
  }

  private void problem(Problem problem) {
    line("ERROR   %s", problem);
  }

  private void failed(ScenarioResult result) {
    line("FAILED  %s (%s)", result.scenario().name(), result.scenario().source());
    if (result.failure() != null) {
      line("        the strategy failed: %s", result.failure());
    }
    result.steps().stream().filter(step -> !step.isPassed()).forEach(this::failed);
  }

  private void failed(StepResult result) {
    line("        at %s, line %d", result.step().at(), result.step().line());
    result.mismatches().forEach(mismatch -> line("        %s", mismatch));
    line("        the verdict was %s", words(result.verdict()));
    result.verdict().findings().stream()
        .filter(TextReport::isWorthTelling)
        .forEach(finding -> line("          - %s", words(finding)));
    result.whyNot().forEach(reason -> line("        why: %s", reason));
  }

  private static boolean isWorthTelling(Finding finding) {
    return finding.outcome() != Outcome.SEND || finding.decisive();
  }

  /** A verdict with all its findings. */
  public static String of(Verdict verdict) {
    TextReport writer = new TextReport();
    writer.line("%s", words(verdict));
    verdict.findings().forEach(finding -> writer.line("- %s", words(finding)));
    return writer.text.toString();
  }

  private static String words(Verdict verdict) {
    String at = verdict.at() == null ? "" : " at " + verdict.at();
    return verdict.outcome() + at + " by " + verdict.channel();
  }

  private static String words(Finding finding) {
    String mode = finding.mode().name().toLowerCase(Locale.ROOT);
    String until = finding.until() == null ? "" : " until " + finding.until();
    String row = finding.row() == null ? "" : " " + finding.row();
    String source = finding.source() == null ? "" : " (" + finding.source() + ")";
    return (finding.decisive() ? "decisive, " : mode + ", ")
        + finding.policy()
        + row
        + source
        + ": "
        + finding.outcome()
        + until
        + ", "
        + finding.reason();
  }

  private void todo(ScenarioResult result) {
    line("TODO    %s: %s", result.scenario().name(), result.scenario().todo());
  }

  private void coverage(CoverageReport report) {
    for (CoverageReport.Part part : report.parts()) {
      line("%-20s %d of %d", part.name(), part.hit(), part.entries().size());
      part.entries().stream()
          .filter(entry -> entry.state() != CoverageReport.State.HIT)
          .forEach(this::entry);
    }
    line("%-20s %d of %d, %d %%", "in all", report.hit(), report.total(), report.percent());
  }

  private void entry(CoverageReport.Entry entry) {
    String state =
        entry.state() == CoverageReport.State.MATCHED ? "matched, not decisive" : "never matched";
    String shadow =
        entry.shadowedBy() == null
            ? ""
            : "; never decisive: row " + entry.shadowedBy() + " is at least as strict";
    line("  %s (%s): %s%s", entry.id(), entry.source(), state, shadow);
  }

  private void summary(SuiteReport report) {
    long todo = report.count(ScenarioResult.State.TODO);
    long run = report.results().size() - todo;
    line(
        "%d %s: %d passed, %d failed%s%s",
        run,
        run == 1 ? "scenario" : "scenarios",
        report.count(ScenarioResult.State.PASSED),
        report.count(ScenarioResult.State.FAILED),
        todo == 0 ? "" : ", " + todo + " to do",
        report.problems().isEmpty() ? "" : ", " + errors(report.problems().size()));
  }

  private static String errors(int count) {
    return count == 1 ? "1 error in files" : count + " errors in files";
  }

  /** What is wrong with a strategy's files, a line each. */
  public static String of(List<Problem> problems) {
    return problems.stream()
        .map(problem -> problem.severity() + " " + problem + "\n")
        .collect(Collectors.joining());
  }
}
