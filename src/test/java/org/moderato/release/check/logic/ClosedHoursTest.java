package org.moderato.release.check.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderato.release.workbook.TestWorkbooks;

/** Quiet hours and send windows that leave no time. */
class ClosedHoursTest {

  private static List<String> hours(String quiet, String windows) {
    TestWorkbooks workbook = new TestWorkbooks();
    if (!quiet.isEmpty()) {
      workbook.sheet("Quiet hours", "Id | Channel | Days | Quiet | Mode\n" + quiet);
    }
    if (!windows.isEmpty()) {
      workbook.sheet("Send window", "Id | Channel | Days | Within\n" + windows);
    }
    return Checked.rows(workbook);
  }

  @Test
  void quietHoursOfEveryWholeDayAreTold() {
    assertThat(hours("q | sms | | 00:00-24:00", ""))
        .singleElement()
        .asString()
        .contains("Quiet hours!A2: MOD-LOG-009 No minute of any day is left for sms");
  }

  @Test
  void quietHoursThatMeetAreTold() {
    assertThat(hours("a | | | 09:00-21:00\nb | sms | | 20:00-10:00", ""))
        .singleElement()
        .asString()
        .contains(
            "Quiet hours!A3: MOD-LOG-009 No minute of any day is left for sms: see also row a");
  }

  @Test
  void aWindowWithinQuietHoursIsTold() {
    assertThat(hours("q | | | 08:00-18:00", "w | sms | Mon-Fri | 09:00-17:00"))
        .singleElement()
        .asString()
        .contains("MOD-LOG-009 No minute of any day is left for sms");
  }

  @Test
  void aDayThatIsClosedByTwoRowsTogetherIsTold() {
    assertThat(hours("a | sms | | 20:00-12:00\nb | sms | Sat | 11:00-20:00", ""))
        .singleElement()
        .asString()
        .contains("No minute of Saturday (but for holidays) is left for sms");
  }

  @Test
  void aNightBelongsToTheDayOnWhichItStarts() {
    assertThat(hours("a | sms | Mon-Fri | 20:00-08:00\nb | sms | Mon-Sat | 08:00-20:00", ""))
        .singleElement()
        .asString()
        .contains("No minute of Tuesday, Wednesday, Thursday, Friday (but for holidays) is left");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // a row that closes a day is meant, and so is a night; a minute is a minute
        "q | sms | Sun, holiday | 00:00-24:00 ; ",
        "a | sms | | 20:00-08:00\nb | sms | Sun | 00:00-24:00 ; ",
        "a | | | 09:00-21:00\nb | sms | | 21:01-09:00 ; ",
        "a | sms | | 09:00-21:00\nb | email | | 20:00-10:00 ; ",
        "a | | | 09:00-21:00 | shadow\nb | sms | | 20:00-10:00 ; ",
        " ; w | sms | Mon-Fri | 09:00-17:00",
        "q | | | 08:00-18:00 ; w | sms | | 09:00-17:00\nv | sms | | 18:00-20:00"
      })
  void hoursThatLeaveTimeAreNotTold(String rows) {
    String[] both = rows.split(" ; ", -1);
    assertThat(hours(both[0].strip(), both[1].strip())).isEmpty();
  }
}
