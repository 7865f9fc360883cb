package org.moderato.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.moderato.release.StrategyFiles;
import org.moderato.release.StrategyLoader;
import org.moderato.scenario.file.ScenarioSuite;
import org.moderato.strategy.judge.Strategy;
import org.moderato.strategy.judge.Trace;

/** Scenarios of a strategy as tests of JUnit, with the place of each file. */
public record TestSuite(Strategy strategy, ScenarioSuite suite) {

  public static TestSuite of(StrategyFiles files) {
    StrategyLoader.Result result = StrategyLoader.standalone().load(files);
    assertThat(result.loaded()).as(TextReport.of(result.problems())).isPresent();
    StrategyLoader.Loaded loaded = result.loaded().orElseThrow();
    return new TestSuite(
        loaded.strategy(), new ScenarioSuite(files, loaded.scenarioSheets(), loaded.strategy()));
  }

  /**
   * @param folder that holds the files
   */
  public Stream<DynamicTest> tests(Path folder) {
    ScenarioRunner runner = new ScenarioRunner(strategy, Trace.NONE);
    return suite.scenarios().stream()
        .map(
            scenario ->
                DynamicTest.dynamicTest(
                    scenario.name(), uri(folder, scenario), () -> pass(runner.run(scenario))));
  }

  private static URI uri(Path folder, Scenario scenario) {
    URI file = folder.resolve(scenario.source().file()).toAbsolutePath().normalize().toUri();
    return URI.create(file + "?line=" + scenario.source().row());
  }

  private static void pass(ScenarioResult result) {
    SuiteReport report = new SuiteReport(List.of(result), List.of(), new CoverageReport(List.of()));
    assertThat(result.state())
        .as(TextReport.of(report, false))
        .isNotEqualTo(ScenarioResult.State.FAILED);
  }
}
