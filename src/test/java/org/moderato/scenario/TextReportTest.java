package org.moderato.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.moderato.release.StrategyFiles;
import org.moderato.scenario.file.ScenarioFile;
import org.moderato.scenario.file.ScenarioReader;
import org.moderato.strategy.judge.Trace;

/** A scenario that fails, as people read it. */
class TextReportTest {

  private static final TestSuite STARTER = TestSuite.of(StrategyFiles.readFrom(Path.of(".")));

  private static String report(String yaml) {
    ScenarioFile file =
        new ScenarioReader(STARTER.strategy())
            .read("rules/scenarios/mine.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    ScenarioRunner runner = new ScenarioRunner(STARTER.strategy(), Trace.NONE);
    List<ScenarioResult> results = file.scenarios().stream().map(runner::run).toList();
    return TextReport.of(
        new SuiteReport(results, file.problems(), new CoverageReport(List.of())), false);
  }

  @Test
  void showsTimesOnTheCustomersClockAndNamesTheStep() {
    String report =
        report(
            """
            name: The offer of the week waits
            now: 2026-11-20T12:00
            customer: { zone: Europe/Berlin }
            message: { department: marketing, channel: email, category: promotion }
            expect: { outcome: SEND }
            then:
              - after: 2 hours
                expect: { outcome: DEFER, row: promotion-week, until: 2026-11-22T06:00 }
            """);

    assertThat(report)
        .contains("at 2026-11-20T14:00+01:00 (Europe/Berlin), step 2 of 2, line 7\n")
        .contains("expected until 2026-11-22T06:00+01:00, was 2026-11-21T00:00+01:00\n")
        .contains("the verdict was DEFER at 2026-11-21T00:00+01:00 by email\n");
  }

  @Test
  void saysWhyTheExpectedRowDidNotSpeak() {
    String report = report(failing("row: promotion-week"));

    assertThat(report)
        .contains("expected row promotion-week, was promotion-day\n")
        .containsPattern("why: row promotion-week .* applied and passed: it counted 1, and allows");
  }

  @Test
  void doesNotSayTwiceWhatTheFindingSays() {
    String report = report(failing("row: promotion-day, counted: 2"));

    assertThat(report)
        .contains("expected counted 2, was 1\n")
        .containsOnlyOnce("One piece of advertising a day")
        .contains("[offer]\n")
        .doesNotContain("why:");
  }

  private static String failing(String expectation) {
    return """
        name: The second piece of a day
        now: 2026-11-20T14:00
        customer: { zone: Europe/Berlin }
        history: [{ id: offer, at: -2h, channel: email, category: promotion }]
        message: { department: marketing, channel: email, category: promotion }
        expect: { outcome: DEFER, %s }
        """
        .formatted(expectation);
  }
}
