package org.moderato.release.check.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that say nothing that others do not say. */
class SuperfluousRowsTest {

  private static final String HEAD = "Id | Channel | Category | Window | At most\n";

  private static List<String> caps(String lines) {
    return Checked.sheet("Frequency cap", lines);
  }

  @Test
  void aRowThatIsThereTwiceIsTold() {
    assertThat(
            caps(HEAD + "a | email | promotion | 7 days | 3\nb | email | promotion | 7 days | 3\n"))
        .containsExactly(
            "decision-tables/test.xlsx:Frequency cap!A3: MOD-LOG-001 The row says the same as row a"
                + " (decision-tables/test.xlsx:Frequency cap!A2), for email · promotion (Delete one"
                + " of them)");
  }

  @Test
  void aCopyOfARowThatAnotherOneSwitchesOffSaysMore() {
    assertThat(
            Checked.sheet(
                "Frequency cap",
                """
                Id | Channel | Category | Window | At most | Overrides
                a  | email   |          | 7 days | 3       |
                b  | email   |          | 7 days | 3       |
                c  | email   | bill     | 1 day  | 9       | a
                """))
        .noneSatisfy(problem -> assertThat(problem).contains("MOD-LOG-001"));
  }

  @Test
  void twoRowsWithoutAnIdAreToldOnceOnly() {
    assertThat(caps(HEAD + " | email | bill | 7 days | 3\n | email | bill | 7 days | 3\n"))
        .singleElement()
        .asString()
        .contains("MOD-TAB-019");
  }

  @Test
  void aRowInTheShadowOfAWiderOneIsTold() {
    assertThat(caps(HEAD + "wide | email | | 7 days | 2\nnarrow | email | bill | 7 days | 3\n"))
        .containsExactly(
            "decision-tables/test.xlsx:Frequency cap!A3: MOD-LOG-002 The row never decides"
                + " anything: for email · bill, row wide"
                + " (decision-tables/test.xlsx:Frequency cap!A2) is at least as strict (Delete the"
                + " row; or let it name the other one in \"Overrides\" if it is meant as an"
                + " exception)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // a longer window, a calendar that holds the other one, and all that was ever counted
        "w | email | | 7 days | 2\nn | email | bill | 1 day | 2",
        "w | | | calendar month | 2\nn | sms | | calendar day | 3",
        "w | | | ever | 2\nn | sms | bill | 300 days | 2",
        "w | not email | | 7 days | 2\nn | sms | | 7 days | 2"
      })
  void whatHoldsLongerOrForMoreCastsAShadow(String rows) {
    assertThat(caps(HEAD + rows + "\n")).singleElement().asString().contains("!A3: MOD-LOG-002");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // less strict, for other messages, over a shorter window, by another calendar
        "w | email | | 7 days | 3\nn | email | bill | 7 days | 2",
        "w | email | promotion | 7 days | 2\nn | email | | 7 days | 3",
        "w | email | | 1 day | 2\nn | email | bill | 7 days | 3",
        "w | email | | calendar month | 2\nn | email | bill | calendar week | 3",
        "w | email | | calendar week in UTC | 2\nn | email | bill | calendar day | 3",
        "w | email | | 30 days | 2\nn | email | bill | 1 month | 3"
      })
  void whatMayDecideIsNotTold(String rows) {
    assertThat(caps(HEAD + rows + "\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // the wide row is a trial; it ends earlier; the narrow one is its exception
        "w | | 2 | shadow | | \nn | bill | 3 | | | ",
        "w | | 2 | | 2027-01-01 | \nn | bill | 3 | | | ",
        "w | | 2 | | | \nn | bill | 3 | | | w",
        "w | | 2 | | | \nn | bill | 3 | | | general",
        // a third row switches the wide one off, for some of the narrow one's messages
        "w | | 2 | | | \nn | bill | 3 | | | \nthird | bill, promotion | 9 | | | w",
        // a trial decides nothing, and may well be looser
        "w | | 2 | | | \nn | bill | 3 | shadow | | "
      })
  void trialsAndExceptionsAreMeant(String rows) {
    assertThat(
            Checked.sheet(
                "Frequency cap",
                "Id | Category | At most | Mode | Valid to | Overrides | Window | Channel\n"
                    + rows.replace("\n", "| 7 days | email\n")
                    + "| 7 days | email"))
        .isEmpty();
  }

  @Test
  void whoIsInOneSegmentMayBeInAnotherOne() {
    assertThat(
            Checked.sheet(
                "Frequency cap",
                """
                Id  | Segment     | Window   | At most
                w   | not student | 7 days   | 2
                n   | vip         | 7 days   | 3
                """))
        .isEmpty();
  }

  @Test
  void aRowThatAnotherOneAlwaysSwitchesOffIsTold() {
    assertThat(
            Checked.sheet(
                "Frequency cap",
                """
                Id    | Category | Window   | At most | Overrides
                bill  | bill     | 7 days   | 2       |
                other |          | 7 days   | 5       | bill
                """))
        .singleElement()
        .asString()
        .startsWith(
            "decision-tables/test.xlsx:Frequency cap!A2: MOD-LOG-006 The row never acts: wherever it"
                + " matches (bill), row other (decision-tables/test.xlsx:Frequency cap!A3)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Spacing ; Id | Category | At least ; w | | 2 days ; n | bill | 1 day",
        "Quiet hours ; Id | Channel | Days | Quiet ; w | | | 20:00-09:00 ; n | sms | Sat | 21:00-08:00",
        "Suppression ; Id | Category | Situation ; w | | complaint, outage ; n | bill | outage",
        "Suppression ; Id | Category | Situation ; w | bill | ; n | bill | outage",
        "Exemption ; Id | Category | Does not obey ; w | | frequency cap ; n | bill | frequency cap",
        "Send window ; Id | Channel | Within ; w | | 09:00-17:00 ; n | sms | 09:00-17:00",
        "Duplicate ; Id | Category | Same | Window ; w | | template | ever ; n | bill | template | 7 days"
      })
  void allKindsOfTablesAreCompared(String sheet) {
    String[] lines = sheet.split(" ; ");
    assertThat(Checked.sheet(lines[0], lines[1] + "\n" + lines[2] + "\n" + lines[3]))
        .anySatisfy(problem -> assertThat(problem).contains("!A3: MOD-LOG-002 The row never"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Spacing ; Id | Category | At least ; w | | 30 days ; n | bill | 1 month",
        "Spacing ; Id | Category | At least | Direction ; w | | 2 days | after ; n | bill | 1 day | both",
        "Quiet hours ; Id | Channel | Days | Quiet ; w | | Mon-Fri | 20:00-09:00 ; n | sms | Sat | 21:00-08:00",
        "Suppression ; Id | Category | Situation | Outcome ; w | | complaint, outage | wait ; n | bill | outage | wait",
        "Suppression ; Id | Category | Situation ; w | | outage ; n | bill | ",
        "Send window ; Id | Channel | Within ; w | | 09:00-17:00 ; n | sms | 10:00-16:00",
        "Duplicate ; Id | Category | Same | Window ; w | | template | ever ; n | bill | topic | ever"
      })
  void noneOfThemIsGuessed(String sheet) {
    String[] lines = sheet.split(" ; ");
    assertThat(Checked.sheet(lines[0], lines[1] + "\n" + lines[2] + "\n" + lines[3]))
        .noneSatisfy(problem -> assertThat(problem).contains("MOD-LOG-002"));
  }

  @Test
  void lookupTablesAreLeftAlone() {
    assertThat(Checked.sheet("Weight", "Id | Channel | Weight\nall | | 2\nsms | sms | 2"))
        .isEmpty();
  }
}
