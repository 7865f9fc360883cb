package org.moderato.release.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderato.TestStrategy.labels;
import static org.moderato.TestStrategy.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderato.release.workbook.TestWorkbooks;
import org.moderato.strategy.fact.Attributes;
import org.moderato.strategy.fact.Labels;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.judge.Finding;
import org.moderato.strategy.judge.Judge;
import org.moderato.strategy.judge.Strategy;
import org.moderato.strategy.judge.Verdict;
import org.moderato.strategy.rule.Effort;
import org.moderato.strategy.table.Attribute;
import org.moderato.strategy.table.Settings;
import org.moderato.strategy.time.HolidayCalendar;

/** Native decision tables, as the documentation of Drools describes them. */
class RuleTablesTest {

  private static final String FILE = "decision-tables/tables.xlsx";

  private static final String HEAD =
      """
      RuleSet   | moderato.tables.house_rule
      Import    | org.moderato.strategy.fact.Message, org.moderato.strategy.rule.VerdictBuilder
      Variables | VerdictBuilder verdict

      """;

  private static final String SIMPLE =
      HEAD
          + """
          RuleTable Stop
          CONDITION    | ACTION
          $m : Message |
          category     | verdict.suppress("$param");
          Category     | Reason
          promotion    | no promotions
          news         | no news
          """;

  private static TestRules sheet(String text) {
    return new TestRules().workbook(FILE, new TestWorkbooks().sheet("Rules", text));
  }

  /** The findings of the rules for a message, without those of the judge itself. */
  private static List<Finding> findings(TestRules rules, String category, @Nullable Integer step) {
    try (CompiledRules compiled = rules.rules()) {
      Strategy strategy =
          new Strategy(
              Settings.DEFAULT,
              Map.of(),
              Attribute.BUILT_IN,
              Map.of(),
              HolidayCalendar.none(),
              Duration.ofDays(7),
              compiled.rulebase());
      Verdict verdict =
          new Judge(strategy, view(), Effort.unbounded(), false)
              .judge(message(category, step), Instant.parse("2026-11-23T12:00:00Z"));
      return verdict.findings().stream().filter(finding -> finding.source() != null).toList();
    }
  }

  private static Message message(String category, @Nullable Integer step) {
    Labels plain = labels("email", category, "marketing");
    Labels labels =
        new Labels(
            plain.channel(),
            category,
            "marketing",
            null,
            null,
            null,
            null,
            step,
            null,
            Attributes.NONE);
    return new Message("m", labels, List.of(), null, null);
  }

  private static List<String> reasons(TestRules rules, String category, @Nullable Integer step) {
    return findings(rules, category, step).stream().map(Finding::reason).sorted().toList();
  }

  @Test
  void aFindingNamesItsRowAndTheKindOfItsRuleSet() {
    assertThat(findings(sheet(SIMPLE), "news", null))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.source()).hasToString(FILE + ":Rules!11");
              assertThat(finding.kind()).isEqualTo("house rule");
              assertThat(finding.reason()).isEqualTo("no news");
            });
  }

  @Test
  void readsColumnsOfAttributes() {
    TestRules rules =
        sheet(
            """
            Our house rules | RuleSet    | moderato.tables.house_rule
                            | Sequential | true
                            | Import     | org.moderato.strategy.fact.Message, org.moderato.strategy.rule.VerdictBuilder
                            | Variables  | VerdictBuilder verdict

                      | RuleTable Stop
                      | NAME   | DESCRIPTION | PRIORITY | NO-LOOP | ACTIVATION-GROUP | METADATA     | CONDITION     | ACTION
                      |        |             |          |         |                  |              | $m : Message  |
                      |        |             |          |         |                  | KIND($param) | category      | verdict.suppress("$param");
            Notes     | Name   | Words       | Order    | Once    | First of         | Kind         | Category      | Reason
            the first | first  | of two      | 10       | true    | one              | stop sign    | promotion     | first
            and then  | second | of two      | 5        | true    | one              | stop sign    | promotion     | second
            """);

    assertThat(findings(rules, "promotion", null))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.reason()).isEqualTo("first");
              assertThat(finding.kind()).isEqualTo("stop sign");
              assertThat(finding.policy()).startsWith("first");
            });
  }

  @Test
  void readsSeveralValuesOfACellAndListsOfThem() {
    TestRules rules =
        sheet(
                HEAD
                    + """
                RuleTable Stop
                C                    | C                            | A
                $m : Message         |                              |
                step >= $1, step < $2 | forall(&&){category != "$"} | verdict.suppress("$param");
                Steps                | Categories                   | Reason
                2,4                  | news,bill                    | range
                                     | news                         | list
                """)
            .mergeCells(FILE, new CellRangeAddress(6, 6, 0, 1));

    assertThat(reasons(rules, "survey", 3)).containsExactly("list", "range");
    assertThat(reasons(rules, "bill", 3)).containsExactly("list");
    assertThat(reasons(rules, "survey", 4)).containsExactly("list");
    assertThat(reasons(rules, "news", 3)).isEmpty();
  }

  @Test
  void readsFunctionsQueriesAndDeclaredTypes() {
    TestRules rules =
        sheet(
            """
            RuleSet      | moderato.tables.house_rule
            Import       | org.moderato.strategy.fact.Message, org.moderato.strategy.rule.VerdictBuilder
            Variables    | VerdictBuilder verdict
            Functions    | function String loud(String text) { return text.toUpperCase(); }
            Declare      | declare Marked reason : String end
            Queries      | query marked(String reason) Marked( this.reason == reason ) end
            EscapeQuotes | true

            RuleTable Mark
            CONDITION    | ACTION
            $m : Message |
            category     | insert(new Marked("$param"));
            Category     | Reason
            news         | 5" of news

            RuleTable Stop
            CONDITION             | ACTION
            $marked : Marked      |
            reason != "$param"    | verdict.suppress(loud($marked.getReason()));
            Not the reason        | Reason
            another               | x
            """);

    assertThat(reasons(rules, "news", null)).containsExactly("5\" OF NEWS");
  }

  @Test
  void tablesOfOneNameInSeveralSheetsAndWorkbooksDoNotCollide() {
    TestRules rules =
        new TestRules()
            .workbook(
                "decision-tables/one.xlsx",
                new TestWorkbooks().sheet("A", SIMPLE).sheet("B", SIMPLE))
            .workbook("decision-tables/two.xlsx", new TestWorkbooks().sheet("A", SIMPLE));

    assertThat(findings(rules, "news", null))
        .extracting(finding -> String.valueOf(finding.source()))
        .containsExactly(
            "decision-tables/one.xlsx:A!11",
            "decision-tables/one.xlsx:B!11",
            "decision-tables/two.xlsx:A!11");
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # all rows fail: the code above them is wrong
          suppress(          | supress(    | B8: MOD-RUL-102 The method supress(String) is undefined for the type VerdictBuilder
          category           | categry     | A8: MOD-RUL-102 categry == "promotion" is not understood: there is no such field or method
          $m : Message       | $m : Mesage | A7: MOD-RUL-102 There is no type Mesage; is an import missing?
          # one row fails: its value is wrong
          no news            | "no news    | B11: MOD-GRD-005 The value "no news begins with a quote; write it without
          # around the tables
          fact.Message       | fact.Mesage | B2: MOD-RUL-102 There is no Mesage
          r verdict          | r vredict   | B3: MOD-RUL-102 There is no global VerdictBuilder vredict; rules have Policies policies, History history, VerdictBuilder verdict
          """)
  void namesTheCell(String right, String wrong, String problem) {
    assertThat(sheet(SIMPLE.replace(right, wrong)).problems())
        .first()
        .isEqualTo(FILE + ":Rules!" + problem);
  }

  @Test
  void namesTheValueThatIsOfTheWrongType() {
    String text =
        SIMPLE.replace("category", "step").replace("promotion ", "3").replace("news  ", "four");

    assertThat(sheet(text).problems())
        .containsExactly(FILE + ":Rules!A11: MOD-RUL-102 \"four\" is not a number");
  }

  @Test
  void reportsTheErrorsOfAllSheets() {
    TestRules rules =
        new TestRules()
            .workbook(
                FILE,
                new TestWorkbooks()
                    .sheet("A", SIMPLE.replace("CONDITION ", "PRIORITY "))
                    .sheet("B", SIMPLE.replace("suppress", "supress"))
                    .sheet("C", SIMPLE.replace("category", "categry")));

    assertThat(rules.problems())
        .extracting(problem -> problem.replaceAll(": .*", ""))
        .containsExactlyInAnyOrder(FILE + ":A!A10", FILE + ":B!B8", FILE + ":C!A8");
  }
}
