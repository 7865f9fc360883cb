package org.moderato.release.check.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.moderato.release.Problem;
import org.moderato.release.workbook.TestWorkbooks;

/** Tables and rules that have nothing to do with each other. */
class RuleUseTest {

  private static final String HEAD =
      """
      package moderato.test
      import org.moderato.strategy.fact.Message
      import org.moderato.strategy.rule.Policies
      import org.moderato.strategy.rule.VerdictBuilder
      import org.moderato.strategy.table.LimitingRow
      import java.util.List
      global Policies policies
      global VerdictBuilder verdict

      // Spring: policies.matching("Spring", $message)
      declare Embargo extends LimitingRow
          @kind( "embargo" )
      end
      """;

  private static final String RULE =
      """

      rule "Embargo"
      when
          $message : Message()
          $row : Embargo() from policies.matching("Embargo", $message)
      then
          verdict.suppress($row, "not yet");
      end
      """;

  private static List<Problem> check(String drl, String sheet) {
    TestWorkbooks workbook =
        new TestWorkbooks().sheet("Frequency cap", "Id | Window | At most\nany | 1 minute | 1000");
    if (!sheet.isEmpty()) {
      workbook.sheet("Embargo", sheet);
    }
    return Checked.problems(workbook, Map.of("rules/test.drl", drl)).stream()
        .filter(problem -> problem.toString().contains("mbargo"))
        .toList();
  }

  @Test
  void aTableThatNoRuleReadsIsTold() {
    assertThat(check(HEAD, "Id | Category\na | bill"))
        .singleElement()
        .asString()
        .startsWith(
            "decision-tables/test.xlsx:Embargo!A2: MOD-LOG-015 No rule reads the table Embargo: its"
                + " row says nothing");
  }

  @Test
  void aTableThatARuleReadsIsNotTold() {
    assertThat(check(HEAD + RULE, "Id | Category\na | bill")).isEmpty();
  }

  @Test
  void aRuleThatNoRowCanReachIsTold() {
    assertThat(check(HEAD + RULE, ""))
        .singleElement()
        .asString()
        .startsWith("rules/test.drl!15: MOD-LOG-016 No row can reach the rule \"Embargo\"");
  }

  @Test
  void aRuleThatSpeaksWithoutRowsIsNotTold() {
    String without =
        RULE.replace("$row : Embargo() from", "not Embargo() from")
            .replace("$row, \"not yet\"", "\"not yet\"")
            .replace("rule \"Embargo\"", "rule \"Embargo\"\n@kind( \"embargo\" )");

    assertThat(check(HEAD + without, "")).isEmpty();
  }

  @Test
  void aMisspeltTableIsTold() {
    String misspelt = RULE.replace("matching(\"Embargo\"", "matching(\"Embargoo\"");

    assertThat(check(HEAD + misspelt, "Id | Category\na | bill"))
        .singleElement()
        .asString()
        .startsWith("rules/test.drl!18: MOD-LOG-017 A rule asks for rows of \"Embargoo\"")
        .contains("Embargo");
  }

  @Test
  void tablesOfUnknownMeaningAreComparedAsFarAsCellsGo() {
    assertThat(check(HEAD + RULE, "Id | Category\na |\nb | bill"))
        .singleElement()
        .asString()
        .contains("!A3: MOD-LOG-002 It is possible that the row never decides anything");
  }
}
