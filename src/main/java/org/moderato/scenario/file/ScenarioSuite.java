package org.moderato.scenario.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.moderato.release.Problem;
import org.moderato.release.ScenarioSheet;
import org.moderato.release.StrategyFiles;
import org.moderato.scenario.Coverage;
import org.moderato.scenario.Scenario;
import org.moderato.scenario.ScenarioResult;
import org.moderato.scenario.ScenarioRunner;
import org.moderato.scenario.SuiteReport;
import org.moderato.strategy.judge.Strategy;

/** All scenarios of a strategy. */
public final class ScenarioSuite {

  private final Strategy strategy;
  private final List<Scenario> scenarios = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  /**
   * Reads the scenarios among a strategy's files. Never throws for what is wrong with them.
   *
   * @param sheets the scenarios that stand beside its tables
   * @param strategy the same files, loaded
   */
  public ScenarioSuite(StrategyFiles files, List<ScenarioSheet> sheets, Strategy strategy) {
    this.strategy = strategy;
    ScenarioWords words = new ScenarioWords(strategy);
    ScenarioReader reader = new ScenarioReader(words);
    files.scenarios().forEach((file, bytes) -> add(reader.read(file, bytes)));
    sheets.forEach(sheet -> add(new SheetScenarios(words).read(sheet)));
  }

  private void add(ScenarioFile read) {
    scenarios.addAll(read.scenarios());
    problems.addAll(read.problems());
  }

  public List<Scenario> scenarios() {
    return List.copyOf(scenarios);
  }

  /** What is wrong with files of scenarios; the others run all the same. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** Runs those that are wanted, with the coverage that they reach together. */
  public SuiteReport run(Predicate<Scenario> wanted) {
    return run(scenarios.stream().filter(wanted));
  }

  /** The same on all cores, for a program that has nothing else to do meanwhile. */
  public SuiteReport runFast(Predicate<Scenario> wanted) {
    return run(scenarios.parallelStream().filter(wanted));
  }

  private SuiteReport run(Stream<Scenario> wanted) {
    Coverage coverage = new Coverage(strategy);
    ScenarioRunner runner = new ScenarioRunner(strategy, coverage);
    List<ScenarioResult> results = wanted.map(runner::run).toList();
    return new SuiteReport(results, problems(), coverage.report());
  }

  /** Ready scenarios for the rows that none of the scenarios covers. */
  public List<Suggestion> suggestions() {
    Coverage coverage = new Coverage(strategy);
    ScenarioRunner runner = new ScenarioRunner(strategy, coverage);
    scenarios.forEach(runner::run);
    return strategy.tables().values().stream()
        .sorted(Comparator.comparing(table -> table.type().title()))
        .flatMap(
            table ->
                table.rows().stream()
                    .filter(row -> !coverage.covers(row))
                    .map(row -> new Suggester(strategy, table.type(), row).suggestion()))
        .flatMap(Optional::stream)
        .toList();
  }
}
