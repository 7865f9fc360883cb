package org.moderato.release.check.logic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderato.release.workbook.TestWorkbooks;

/** Rows without effect, rows with too much of it, and gaps between rows. */
class EffectlessRowsTest {

  private static TestWorkbooks caps(String lines) {
    return new TestWorkbooks().sheet("Frequency cap", lines);
  }

  @Test
  void aRowWhoseDaysAreOverIsTold() {
    assertThat(
            Checked.rows(
                caps(
                    """
                    Id   | Window | At most | Valid to
                    any  | 1 day  | 9       |
                    past | 7 days | 3       | 2026-11-25
                    now  | 7 days | 3       | 2026-11-26
                    """)))
        .singleElement()
        .asString()
        .contains("!A3: MOD-LOG-004 \"Valid to\" 2026-11-25 has passed");
  }

  @Test
  void aRowThatExcludesEveryWordIsPossiblyUseless() {
    assertThat(
            Checked.sheet(
                "Frequency cap",
                "Id | Channel | Category | Window | At most\na | not email, sms | | 7 days | 3\n"))
        .singleElement()
        .asString()
        .contains("MOD-LOG-005")
        .contains("it is possible that the row matches no message");
  }

  @Test
  void aLimitOfNothingIsToldWithWhatItMeans() {
    String sheet = "Id | Channel | Category | Window | At most\na | sms | | 7 days | 0\n";

    assertThat(Checked.sheet("Frequency cap", sheet))
        .singleElement()
        .asString()
        .contains("MOD-LOG-007 \"At most\" is 0, which means nothing at all");
    assertThat(
            Checked.rows(caps(sheet).sheet("Settings", "Setting | Value\nMeaning of 0 | no limit")))
        .anySatisfy(
            problem ->
                assertThat(problem).contains("MOD-LOG-007 \"At most\" is 0, which means no limit"));
  }

  @Test
  void aWindowThatReachesBeyondHistoryIsTold() {
    TestWorkbooks workbook =
        caps("Id | Window | At most\na | 2 years | 3\nb | 1 year | 2")
            .sheet("Spacing", "Id | At least\nc | 500 days");

    assertThat(Checked.rows(workbook))
        .hasSize(2)
        .allSatisfy(problem -> assertThat(problem).contains("MOD-LOG-008"))
        .anySatisfy(
            problem -> assertThat(problem).contains("2 years, but history is kept for 400"));
  }

  @Test
  void aCapBesideATighterSpacingIsTold() {
    String caps = "Id | Category | Window | At most\n";

    assertThat(
            Checked.rows(
                caps(caps + "c | bill | 7 days | 4")
                    .sheet("Spacing", "Id | At least | Direction\ns | 2 days | both")))
        .singleElement()
        .asString()
        .contains("!A2: MOD-LOG-010 The cap holds nothing back, for bill")
        .contains("2 days apart, as row s")
        .contains("never more than 4 in 7 days");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // room for a fourth; only after; less wide; of other contacts; what is exempt does not obey
        "c | bill | 7 days | 3 ; s | | 2 days | both | ; x | bill | quiet hours",
        "c | bill | 7 days | 4 ; s | | 2 days | after | ; x | bill | quiet hours",
        "c | | 7 days | 4 ; s | bill | 2 days | both | ; x | bill | quiet hours",
        "c | bill | 7 days | 4 ; s | | 2 days | both | promotion ; x | bill | quiet hours",
        "c | bill | 1 month | 40 ; s | | 2 days | both | ; x | bill | quiet hours",
        "c | bill | 7 days | 4 ; s | | 2 days | both | ; x | bill | spacing"
      })
  void aCapThatMayBiteIsNotTold(String rows) {
    String[] lines = rows.split(" ; ");
    TestWorkbooks workbook =
        caps("Id | Category | Window | At most\n" + lines[0])
            .sheet("Spacing", "Id | Category | At least | Direction | After category\n" + lines[1])
            .sheet("Quiet hours", "Id | Quiet\nq | 21:00-08:00")
            .sheet("Exemption", "Id | Category | Does not obey\n" + lines[2]);

    assertThat(Checked.rows(workbook)).isEmpty();
  }

  @Test
  void channelsWithoutACapAreToldWithTheirCategories() {
    assertThat(
            Checked.gaps(
                caps(
                    """
                    Id    | Channel | Category  | Country | Window | At most | Mode
                    a     | email   | promotion | DE      | 7 days | 3       |
                    trial | sms     |           |         | 7 days | 3       | shadow
                    """)))
        .satisfiesExactly(
            problem ->
                assertThat(problem)
                    .contains("!A1: MOD-LOG-014 No enforced frequency cap can match email · bill:"),
            problem -> assertThat(problem).contains("can match sms · any category:"));
  }

  @Test
  void aCategoryThatNobodyReceivesIsTold() {
    assertThat(
            Checked.sheet(
                "Suppression",
                """
                Id | Channel | Category
                a  | email   | bill, promotion
                b  | sms     | bill
                """))
        .singleElement()
        .asString()
        .contains("!A2: MOD-LOG-011 Nobody receives bill on any channel")
        .contains("together with row b");
  }

  @Test
  void theEmergencyStopIsToldOnce() {
    assertThat(Checked.sheet("Suppression", "Id | Why\nstop | Incident"))
        .singleElement()
        .asString()
        .contains("MOD-LOG-011 Nobody receives bill, promotion on any channel");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a | | bill | complaint | | ",
        "a | | bill | | FR | ",
        "a | email | bill | | | ",
        "a | | bill | | | 2027-02-01"
      })
  void whatSomebodyReceivesIsNotTold(String row) {
    assertThat(
            Checked.sheet(
                "Suppression",
                "Id | Channel | Category | Situation | Country | Valid from\n" + row))
        .isEmpty();
  }
}
