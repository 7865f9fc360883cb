package org.moderato.strategy.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeRangeTest {

  @ParameterizedTest(name = "\"{0}\" is {1} and lasts {2} minutes")
  @CsvSource({
    "21:00-09:00, 21:00-09:00, 720",
    "21:00 \u2013 9:00, 21:00-09:00, 720",
    "09:00 to 13:00, 09:00-13:00, 240",
    "9:00-13:00 inclusive, 09:00-13:00 inclusive, 241",
    "09:00 TO 13:00 Inclusive, 09:00-13:00 inclusive, 241",
    "00:00-24:00, 00:00-24:00, 1440",
    "00:00-23:59 inclusive, 00:00-23:59 inclusive, 1440",
    "20:00-24:00, 20:00-24:00, 240",
    "20:00-00:00, 20:00-24:00, 240",
    "09:00:00-10:00:00, 09:00-10:00, 60"
  })
  void readsCells(String cell, String canonical, long minutes) {
    TimeRange range = TimeRange.parse(cell);

    assertThat(range).hasToString(canonical);
    assertThat(TimeRange.parse(canonical)).isEqualTo(range);
    assertThat(range.lengthNanos()).isEqualTo(minutes * 60_000_000_000L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "21-09 | \"21\" is not a time of day; write one such as 09:00 or 21:30",
        "21:00 | \"21:00\" is not a range of times; write one such as 21:00-09:00",
        "'' | \"\" is not a range of times; write one such as 21:00-09:00",
        "9am-5pm | \"9am-5pm\" is not a range of times; write one such as 21:00-09:00",
        "25:00-09:00 | \"25:00\" is not a time of day; write one such as 09:00 or 21:30",
        "24:00-09:00 | \"24:00\" is not a time of day; write one such as 09:00 or 21:30",
        "00:00-00:00 | \"00:00-00:00\" ends when it starts; write 00:00-24:00 for the whole day",
        "09:00-09:00 | a range can't end when it starts, at 09:00; write 00:00-24:00 for the whole"
            + " day, or another end"
      })
  void saysWhatItExpects(String cell, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TimeRange.parse(cell))
        .withMessage(message);
  }

  @Test
  void readsTimesOfDay() {
    assertThat(TimeRange.parseTime(" 9:30 ")).isEqualTo(LocalTime.of(9, 30));
    assertThatIllegalArgumentException().isThrownBy(() -> TimeRange.parseTime("12:60"));
  }
}
