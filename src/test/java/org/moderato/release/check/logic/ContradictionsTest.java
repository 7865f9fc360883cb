package org.moderato.release.check.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderato.release.workbook.TestWorkbooks;

/** Rows that speak of the same and say different things. */
class ContradictionsTest {

  private static final String HEAD =
      "Id | Channel | Category | Window | At most | Level | When reached | Valid from | Overrides\n";

  private static List<String> caps(String rows) {
    return Checked.sheet("Frequency cap", HEAD + rows);
  }

  @Test
  void twoLimitsForTheSameAreTold() {
    assertThat(caps("a | email | bill | 7 days | 3\nb | email | bill | 7 days | 5"))
        .containsExactly(
            "decision-tables/test.xlsx:Frequency cap!A3: MOD-LOG-003 The row contradicts row a"
                + " (decision-tables/test.xlsx:Frequency cap!A2): both speak of email · bill, and"
                + " say \"At most\" 3 and 5 (Delete one of them, or let one name the other in"
                + " \"Overrides\")");
  }

  @Test
  void waitingAndSuppressingContradictEachOther() {
    assertThat(caps("a | email | bill | 7 days | 3\nb | email | bill | 7 days | 3 | | suppress"))
        .singleElement()
        .asString()
        .contains("MOD-LOG-003")
        .contains("\"When reached\" wait and suppress");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // over whom, an exception, and steps
        "a | email | bill | 7 days | 3\nb | email | bill | 7 days | 5 | account",
        "a | email | bill | 7 days | 3\nb | email | bill | 7 days | 5 | | | 2027-01-01 | a",
        "a | email | bill | 7 days | 3\nb | email | bill | 7 days | 5 | | suppress",
        "a | email | bill | 7 days | 3\nb | email | bill | 1 day | 1"
      })
  void whatDiffersInMoreIsMeant(String rows) {
    assertThat(caps(rows)).isEmpty();
  }

  @Test
  void suppressingAndWaitingInOneSituationContradictEachOther() {
    assertThat(
            Checked.sheet(
                "Suppression",
                "Id | Category | Situation | Outcome\na | bill | outage |\nb | bill | outage | wait"))
        .singleElement()
        .asString()
        .contains("MOD-LOG-003")
        .contains("\"Outcome\" suppress and wait");
  }

  private static List<String> exemptions(String lines) {
    return Checked.rows(
        new TestWorkbooks()
            .sheet("Spacing", "Id | At least\ns | 1 hour")
            .sheet("Frequency cap", "Id | Window | At most\nany | 7 days | 9")
            .sheet("Exemption", lines));
  }

  @Test
  void overlappingExemptionsAreTold() {
    assertThat(
            exemptions(
                """
                Id | Channel | Category | Does not obey          | Counts
                a  | email   |          | frequency cap, spacing | no
                b  |         | bill     | frequency cap          | yes
                """))
        .singleElement()
        .asString()
        .contains("!A3: MOD-LOG-012 The row overlaps with row a")
        .contains("both free email · bill from frequency cap; one says that such contacts count");
  }

  @Test
  void exemptionsOfDifferentMessagesOrKindsAreMeant() {
    assertThat(
            exemptions(
                """
                Id | Channel | Category  | Does not obey
                a  | email   | bill      | frequency cap
                b  | email   | promotion | frequency cap
                c  | email   | bill      | spacing
                """))
        .isEmpty();
  }

  @Test
  void anExemptionFromWhatNobodyDemandsIsTold() {
    assertThat(exemptions("Id | Category | Does not obey\na | bill | quiet hours, send window"))
        .singleElement()
        .asString()
        .contains(
            "MOD-LOG-013 The row frees nothing: no row of quiet hours, send window speaks of bill");
  }
}
