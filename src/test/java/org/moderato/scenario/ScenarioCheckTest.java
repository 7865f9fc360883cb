package org.moderato.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.moderato.TestFolder;
import org.moderato.release.Problem;
import org.moderato.release.Release;
import org.moderato.release.StrategyFiles;
import org.moderato.release.StrategyLoader;
import org.moderato.release.check.Baseline;
import org.moderato.release.check.Candidate;
import org.moderato.release.check.Findings;
import org.moderato.release.check.ScenarioCount;
import org.moderato.release.workbook.TestWorkbooks;
import org.moderato.scenario.file.ScenarioCheck;

/** What the check of a release says of its scenarios. */
class ScenarioCheckTest {

  private static final String HELD_BACK =
      """
      name: A second offer waits
      now: 2026-11-20T12:00
      history: [{ at: -1d, channel: email, category: promotion }]
      message: { channel: email, category: promotion }
      expect: { outcome: DEFER, row: week }
      """;

  private static final String PASSES =
      """
      name: News may go
      now: 2026-11-20T12:00
      message: { channel: email, category: news }
      expect: { outcome: SEND }
      """;

  private final StrategyLoader loader = StrategyLoader.standalone();

  private static StrategyFiles strategy(int atMost, String scenarios) {
    TestFolder folder =
        new TestFolder("scenario-check")
            .workbook(
                "caps.xlsx",
                new TestWorkbooks()
                    .sheet(
                        "Frequency cap",
                        "Id | Category | Window | At most\nweek | promotion | 7 days | " + atMost))
            .write("rules/scenarios/caps.yaml", scenarios.getBytes(StandardCharsets.UTF_8));
    return StrategyFiles.readFrom(folder.path());
  }

  private StrategyLoader.Loaded load(StrategyFiles files) {
    return loader.load(files).loaded().orElseThrow();
  }

  private Findings check(StrategyFiles files, StrategyFiles active) {
    Release release = new Release("active", "hash", load(active), List.of());
    return new ScenarioCheck()
        .check(new Candidate(files, load(files), Optional.of(new Baseline(release, active))));
  }

  @Test
  void saysWhichScenarioFailsAndWhy() {
    Findings findings = check(strategy(2, HELD_BACK), strategy(1, HELD_BACK));

    assertThat(findings.scenarios()).extracting(ScenarioCount::failed).isEqualTo(1L);
    assertThat(findings.problems())
        .extracting(Problem::code, Problem::place)
        .contains(tuple("MOD-SCN-010", "rules/scenarios/caps.yaml!1"));
    assertThat(findings.problems().get(0).message()).contains("expected outcome DEFER, was SEND");
  }

  @Test
  void warnsOfARowThatNoScenarioCoversAnyMore() {
    StrategyFiles active = strategy(1, HELD_BACK + "---\n" + PASSES);

    assertThat(check(active, active).problems()).isEmpty();
    assertThat(check(strategy(1, PASSES), active).problems())
        .extracting(Problem::code, Problem::place)
        .contains(tuple("MOD-SCN-011", "decision-tables/caps.xlsx:Frequency cap!A2"));
  }

  @Test
  void countsAFileThatCannotBeReadAsOneThatFails() {
    StrategyFiles active = strategy(1, HELD_BACK);

    Findings findings = check(strategy(1, "name: ["), active);

    assertThat(findings.scenarios()).extracting(ScenarioCount::failed).isEqualTo(1L);
  }
}
