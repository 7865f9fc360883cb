package org.moderato.strategy.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {

  @ParameterizedTest(name = "\"{0}\" is {1}")
  @CsvSource({
    "7 days, 7 days",
    "1 WEEK, 7 days",
    "7 days inclusive, 7 days inclusive",
    "1 month in utc, 1 month in UTC",
    "1 month in UTC inclusive, 1 month inclusive in UTC",
    "calendar hour, calendar hour",
    "Calendar Day, calendar day",
    "calendar week, calendar week",
    "calendar week from Monday, calendar week",
    "calendar week from sun, calendar week from Sunday",
    "calendar week from Sunday in UTC, calendar week from Sunday in UTC",
    "calendar week in UTC from Sunday, calendar week from Sunday in UTC",
    "calendar month in europe/berlin, calendar month in Europe/Berlin",
    "calendar quarter, calendar quarter",
    "calendar year in +02:00, calendar year in +02:00",
    "7 calendar days, 7 calendar days",
    "1 calendar day, calendar day",
    "Ever, ever"
  })
  void readsCells(String cell, String canonical) {
    Window window = Window.parse(cell);

    assertThat(window).hasToString(canonical);
    assertThat(Window.parse(canonical)).isEqualTo(window);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7 dayz | \"7 dayz\" is not a window; write a duration such as 7 days, or calendar week,"
            + " 7 calendar days or ever",
        "'' | \"\" is not a window; write a duration such as 7 days, or calendar week,"
            + " 7 calendar days or ever",
        "inclusive | \"inclusive\" is not a window; write a duration such as 7 days, or calendar"
            + " week, 7 calendar days or ever",
        "calendar fortnight | \"calendar fortnight\" is not a window; write a duration such as"
            + " 7 days, or calendar week, 7 calendar days or ever",
        "calendar day inclusive | \"calendar day inclusive\" is not a window; only a duration such"
            + " as 7 days can be inclusive",
        "7 days from Sunday | \"7 days from Sunday\" is not a window; only a calendar week can"
            + " begin on a weekday, such as calendar week from Sunday",
        "calendar month from Sunday | only a calendar week can begin on a weekday, such as"
            + " calendar week from Sunday",
        "calendar week from Sonntag | \"sonntag\" is not a weekday; write one such as Sunday",
        "calendar day in Berlin | \"berlin\" is not a time zone; write one such as Europe/Berlin or"
            + " UTC",
        "0 days | a window of 0 days holds nothing; write at least 1 minute, or 7 days",
        "0 calendar days | a window of 0 calendar days is not possible; write 1 to 1000 years, such"
            + " as 7 calendar days",
        "ever inclusive | \"ever inclusive\" is not a window; ever has neither a beginning nor an"
            + " end; write just ever"
      })
  void saysWhatItExpects(String cell, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> Window.parse(cell)).withMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "7 days, PT168H",
    "7 days inclusive, PT168H0.000001S",
    "1 month, PT746H",
    "calendar hour, PT3H",
    "calendar day, PT26H",
    "7 calendar days, PT170H",
    "calendar week from Sunday, PT170H",
    "calendar month, PT746H",
    "calendar quarter, PT2210H",
    "calendar year, PT8786H"
  })
  void looksBackFarEnough(String cell, Duration lookback) {
    assertThat(Window.parse(cell).lookback()).contains(lookback);
  }

  @Test
  void looksBackForEver() {
    assertThat(Window.parse("ever").lookback()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2 calendar weeks from Sunday", "3 calendar months"})
  void takesSeveralPeriodsInARow(String cell) {
    assertThat(Window.parse(cell)).hasToString(cell);
  }
}
