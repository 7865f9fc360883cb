package org.moderato.scenario.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moderato.release.Problem;
import org.moderato.release.Problem.Severity;
import org.moderato.release.check.Baseline;
import org.moderato.release.check.Candidate;
import org.moderato.release.check.Findings;
import org.moderato.release.check.ScenarioCount;
import org.moderato.release.check.StrategyCheck;
import org.moderato.scenario.CoverageReport;
import org.moderato.scenario.ScenarioResult;
import org.moderato.scenario.ScenarioResult.State;
import org.moderato.scenario.SuiteReport;
import org.moderato.strategy.table.Source;

/** Runs all scenarios of a release, and tells which rows they no longer cover. */
@ApplicationScoped
public class ScenarioCheck implements StrategyCheck {

  /** What one change can make fail is told; a list of thousands is read by nobody. */
  private static final int MOST = 50;

  @Override
  public Findings check(Candidate candidate) {
    SuiteReport report =
        new ScenarioSuite(
                candidate.files(),
                candidate.loaded().scenarioSheets(),
                candidate.loaded().strategy())
            .run(scenario -> true);
    List<Problem> problems = new ArrayList<>(report.problems());
    report.results().stream()
        .filter(result -> result.state() == State.FAILED)
        .limit(MOST)
        .map(ScenarioCheck::failure)
        .forEach(problems::add);
    candidate.active().map(active -> lost(active, report.coverage())).ifPresent(problems::addAll);
    return new Findings(problems, count(report), null);
  }

  @Override
  public boolean mayBlock() {
    return true;
  }

  private static ScenarioCount count(SuiteReport report) {
    return new ScenarioCount(
        report.count(State.PASSED),
        report.count(State.FAILED) + unreadable(report),
        report.count(State.TODO),
        report.coverage().percent());
  }

  /** A scenario that cannot be read shows nothing: it counts as one that fails. */
  private static long unreadable(SuiteReport report) {
    return report.problems().stream().filter(p -> p.severity() == Severity.ERROR).count();
  }

  private static Problem failure(ScenarioResult result) {
    String why =
        result.failure() != null
            ? result.failure()
            : result.steps().stream()
                .flatMap(step -> step.mismatches().stream())
                .findFirst()
                .orElse("it did not come out as expected");
    Source source = result.scenario().source();
    return new Problem(
        Severity.WARNING,
        "MOD-SCN-010",
        source.file(),
        source.sheet(),
        place(source),
        "The scenario \"" + result.scenario().name() + "\" fails: " + why,
        "Mend the row that it names, or the scenario if the change is meant");
  }

  private static String place(Source source) {
    return source.sheet() == null ? String.valueOf(source.row()) : "A" + source.row();
  }

  /** Rows that are covered in the release in force, and would not be any more. */
  private static List<Problem> lost(Baseline active, CoverageReport now) {
    SuiteReport before =
        new ScenarioSuite(
                active.files(), active.release().scenarioSheets(), active.release().strategy())
            .run(scenario -> true);
    Set<String> covered = new HashSet<>();
    entries(before.coverage())
        .forEach((name, entry) -> addIf(covered, name, entry.state() == CoverageReport.State.HIT));
    List<Problem> problems = new ArrayList<>();
    entries(now)
        .forEach(
            (name, entry) -> {
              if (entry.state() != CoverageReport.State.HIT && covered.contains(name)) {
                problems.add(lost(entry));
              }
            });
    return problems.stream().limit(MOST).toList();
  }

  private static void addIf(Set<String> names, String name, boolean wanted) {
    if (wanted) {
      names.add(name);
    }
  }

  private static Map<String, CoverageReport.Entry> entries(CoverageReport report) {
    Map<String, CoverageReport.Entry> entries = new HashMap<>();
    report
        .parts()
        .forEach(part -> part.entries().forEach(e -> entries.put(part.name() + " " + e.id(), e)));
    return entries;
  }

  private static Problem lost(CoverageReport.Entry entry) {
    @Nullable String sheet = entry.source().sheet();
    return new Problem(
        Severity.WARNING,
        "MOD-SCN-011",
        entry.source().file(),
        sheet,
        place(entry.source()),
        "No scenario covers \"" + entry.id() + "\" any more; one does in the release in force",
        "Add a scenario; the command test --suggest prints one");
  }
}
