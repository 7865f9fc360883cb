package org.moderato.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.moderato.release.StrategyFiles;

/** The starter strategy's own scenarios, each a test of its own. */
class StarterScenariosTest {

  private static final TestSuite SUITE = TestSuite.of(StrategyFiles.readFrom(Path.of(".")));

  @TestFactory
  Stream<DynamicTest> scenarios() {
    return SUITE.tests(Path.of("."));
  }

  @Test
  void canAllBeRead() {
    assertThat(SUITE.suite().problems()).isEmpty();
    assertThat(SUITE.suite().scenarios()).isNotEmpty();
  }

  @Test
  void coverEveryRowAndRule() {
    SuiteReport report = SUITE.suite().run(scenario -> true);

    assertThat(report.coverage().parts().stream().flatMap(part -> part.entries().stream()))
        .as(TextReport.of(report, true))
        .filteredOn(entry -> entry.state() != CoverageReport.State.HIT)
        .isEmpty();
  }
}
