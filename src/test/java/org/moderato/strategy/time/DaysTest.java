package org.moderato.strategy.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  /** The marks are those of Monday to Sunday on ordinary days, then on holidays. */
  @ParameterizedTest(name = "\"{0}\" is {1}: {2} {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Mon-Fri              | Mon-Fri                       | 1111100 | 1111100",
        "monday \u2013 FRIDAY | Mon-Fri                       | 1111100 | 1111100",
        "Sat, Sun             | Sat, Sun                      | 0000011 | 0000011",
        "Fri-Mon              | Mon, Fri-Sun                  | 1000111 | 1000111",
        "Tues                 | Tue                           | 0100000 | 0100000",
        "holiday              | holiday                       | 0000000 | 1111111",
        "Mon-Fri, not holiday | Mon-Fri, not holiday          | 1111100 | 0000000",
        "Mon-Fri, Holidays    | Mon-Fri, holiday              | 1111100 | 1111111",
        "not holiday          | Mon-Sun, not holiday          | 1111111 | 0000000",
        "not Sat, Sun         | Mon-Sun, not Sat, Sun         | 1111100 | 1111100",
        "holiday, not Sun     | holiday, not Sun              | 0000000 | 1111110",
        "Mon, holiday, not holiday | Mon, not holiday         | 1000000 | 0000000",
        "Mon-Sun              | Mon-Sun                       | 1111111 | 1111111"
      })
  void readsCells(String cell, String canonical, String ordinary, String holidays) {
    Days days = Days.parse(cell);

    assertThat(days).hasToString(canonical);
    assertThat(Days.parse(canonical)).isEqualTo(days);
    assertThat(marks(days, false)).isEqualTo(ordinary);
    assertThat(marks(days, true)).isEqualTo(holidays);
  }

  @Test
  void includesEveryDay() {
    assertThat(Days.every()).isEqualTo(Days.parse("Mon-Sun"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mo-Fr", "weekdays", "", "Mon,,Tue", "Mon-Wed-Fri", "not"})
  void saysWhatItExpects(String cell) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Days.parse(cell))
        .withMessage("\"%s\" are not days; write days such as Mon-Fri, Sat, Sun or holiday", cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mon, not Mon", "holiday, not holiday", "holiday, not Mon-Sun"})
  void refusesWhatLeavesNoDay(String cell) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Days.parse(cell))
        .withMessage("these days leave none; write days such as Mon-Fri");
  }

  private static String marks(Days days, boolean holiday) {
    StringBuilder marks = new StringBuilder();
    for (int i = 0; i < 7; i++) {
      marks.append(days.includes(MONDAY.plusDays(i), day -> holiday) ? 1 : 0);
    }
    return marks.toString();
  }
}
