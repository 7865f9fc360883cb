package org.moderato.scenario;

import java.time.ZoneId;
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
    line("%-7s %s", problem.severity(), problem);
  }

  private void failed(ScenarioResult result) {
    line("FAILED  %s (%s)", result.scenario().name(), result.scenario().source());
    if (result.failure() != null) {
      String place = place(result.steps().size() + 1, result.scenario());
      line("        %sthe strategy failed: %s", place, result.failure());
    }
    for (int i = 0; i < result.steps().size(); i++) {
      if (!result.steps().get(i).isPassed()) {
        failed(result.steps().get(i), i + 1, result.scenario());
      }
    }
  }

  private void failed(StepResult result, int number, Scenario scenario) {
    ZoneId zone = scenario.customer().zone();
    CustomerClock clock = new CustomerClock(zone);
    String time = clock.shown(result.step().at());
    String place = place(number, scenario);
    line("        at %s (%s), %sline %d", time, zone, place, result.step().line());
    result.mismatches().forEach(mismatch -> line("        %s", mismatch));
    line("        the verdict was %s", words(result.verdict(), clock));
    result.verdict().findings().stream()
        .filter(TextReport::isWorthTelling)
        .forEach(finding -> line("          - %s", words(finding, clock)));
    result.whyNot().forEach(reason -> line("        why: %s", reason));
  }

  /** Which step of several; empty if there is only one. */
  private static String place(int number, Scenario scenario) {
    int all = scenario.steps().size();
    return all == 1 ? "" : "step %d of %d, ".formatted(number, all);
  }

  private static boolean isWorthTelling(Finding finding) {
    return finding.outcome() != Outcome.SEND || finding.decisive();
  }

  /**
   * A verdict with all its findings.
   *
   * @param zone on whose clock times are shown
   */
  public static String of(Verdict verdict, ZoneId zone) {
    TextReport writer = new TextReport();
    CustomerClock clock = new CustomerClock(zone);
    writer.line("%s (%s)", words(verdict, clock), zone);
    verdict.findings().forEach(finding -> writer.line("- %s", words(finding, clock)));
    return writer.text.toString();
  }

  private static String words(Verdict verdict, CustomerClock clock) {
    String at = verdict.at() == null ? "" : " at " + clock.shown(verdict.at());
    return verdict.outcome() + at + " by " + verdict.channel();
  }

  private static String words(Finding finding, CustomerClock clock) {
    String mode = finding.mode().name().toLowerCase(Locale.ROOT);
    String until = finding.until() == null ? "" : " until " + clock.shown(finding.until());
    String row = finding.row() == null ? "" : " " + finding.row();
    String source = finding.source() == null ? "" : " (" + finding.source() + ")";
    String counted = finding.counted().isEmpty() ? "" : " " + finding.counted();
    return (finding.decisive() ? "decisive, " : mode + ", ")
        + finding.policy()
        + row
        + source
        + ": "
        + finding.outcome()
        + until
        + ", "
        + finding.reason()
        + counted;
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
        entry.state() == CoverageReport.State.MATCHED ? "matched, without effect" : "never matched";
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
        "%d %s: %d passed, %d failed%s%s%s",
        run,
        run == 1 ? "scenario" : "scenarios",
        report.count(ScenarioResult.State.PASSED),
        report.count(ScenarioResult.State.FAILED),
        todo == 0 ? "" : ", " + todo + " to do",
        inFiles(report, Problem.Severity.ERROR, "error"),
        inFiles(report, Problem.Severity.WARNING, "warning"));
  }

  private static String inFiles(SuiteReport report, Problem.Severity severity, String word) {
    long count = report.problems().stream().filter(p -> p.severity() == severity).count();
    return count == 0 ? "" : ", " + count + " " + word + (count == 1 ? "" : "s") + " in files";
  }

  /** What is wrong with a strategy's files, a line each. */
  public static String of(List<Problem> problems) {
    return problems.stream()
        .map(problem -> problem.severity() + " " + problem + "\n")
        .collect(Collectors.joining());
  }
}
