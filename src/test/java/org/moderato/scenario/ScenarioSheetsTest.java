package org.moderato.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.moderato.TestFolder;
import org.moderato.release.Problem;
import org.moderato.release.StrategyFiles;
import org.moderato.release.workbook.TestWorkbooks;

/** Scenarios that marketing ops write beside their tables. */
class ScenarioSheetsTest {

  private static TestSuite suite(String scenarios) {
    TestFolder folder =
        new TestFolder("scenario-sheets")
            .workbook(
                "caps.xlsx",
                new TestWorkbooks()
                    .sheet(
                        "Vocabularies",
                        "Channel | Category | Situation\nemail | promotion | complaint\nsms | news |\npost | bill |")
                    .sheet(
                        "Frequency cap",
                        "Id | Channel | Window | At most\nweek | email | 7 days | 2")
                    .sheet("Suppression", "Id | Category | Situation\ncare | promotion | complaint")
                    .sheet("Scenarios", scenarios));
    return TestSuite.of(StrategyFiles.readFrom(folder.path()));
  }

  @Test
  void passBesideTheirTables() {
    SuiteReport report =
        suite(
                """
                Name    | Now              | Zone          | Situation | Channel | Category  | History                                    | Outcome  | Row  | Until
                third   | 2026-11-20 12:00 | Europe/Berlin |           | email   | promotion | promotion email: -2 days, -1 day; bill: -1h | DEFER    | week | 2026-11-25 12:00
                second  | 2026-11-20 12:00 | Europe/Berlin |           | email   | promotion | news email: -1 day                         | SEND     |      |
                care    | 2026-11-20 12:00 | Europe/Berlin | complaint | email   | promotion |                                            | SUPPRESS | care |
                """)
            .suite()
            .run(scenario -> true);

    assertThat(report.problems()).isEmpty();
    assertThat(report.isPassed()).as(TextReport.of(report, true)).isTrue();
    assertThat(report.results()).hasSize(3);
    assertThat(report.results().get(1).scenario().source().toString())
        .isEqualTo("decision-tables/caps.xlsx:Scenarios!3");
  }

  @Test
  void nameTheCellThatIsWrong() {
    TestSuite suite =
        suite(
            """
            Name | Now              | Chanel | Channel | History         | Outcome | Row
            one  | 2026-11-20 12:00 | x      | email   |                 | SEND    |
            two  | never            |        | email   |                 | SEND    |
            thre | 2026-11-20 12:00 |        | email   | promotoin: -1 d | SEND    |
            four | 2026-11-20 12:00 |        | email   |                 | DEFER   | weak
            five | 2026-11-20 12:00 |        | email   |                 | SEND    |
            """);

    assertThat(suite.suite().problems()).extracting(Problem::cell).contains("C2", "B3", "E4", "G5");
    assertThat(suite.suite().scenarios()).extracting(Scenario::name).containsExactly("five");
  }
}
