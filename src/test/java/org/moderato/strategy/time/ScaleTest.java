package org.moderato.strategy.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {

  /** St John's turned its clocks at one minute past midnight, Samoa left out a whole day. */
  @ParameterizedTest(name = "{0} in {1} from {2}")
  @CsvSource({
    "1 month, Europe/Berlin, 2026-01-25T00:00:00Z",
    "1 month, Europe/Berlin, 2026-02-25T00:00:00Z",
    "1 month, Europe/Berlin, 2026-09-23T00:00:00Z",
    "1 month, Europe/Berlin, 2026-10-23T00:00:00Z",
    "1 month inclusive, America/St_Johns, 2010-11-05T00:00:00Z",
    "1 year, Pacific/Apia, 2010-12-28T00:00:00Z",
    "1 year, Europe/Berlin, 2024-02-27T00:00:00Z",
    "calendar hour, Europe/Berlin, 2026-03-28T00:00:00Z",
    "calendar hour, Australia/Lord_Howe, 2026-04-04T00:00:00Z",
    "calendar hour, Antarctica/Troll, 2026-10-24T00:00:00Z",
    "calendar day, America/St_Johns, 2010-11-05T00:00:00Z",
    "calendar day, America/Havana, 2026-10-31T00:00:00Z",
    "3 calendar days, Pacific/Apia, 2011-12-28T00:00:00Z",
    "calendar week from Sunday, America/Santiago, 2026-04-04T00:00:00Z"
  })
  void contactsLeaveInTheOrderInWhichTheyCame(String window, ZoneId zone, Instant from) {
    Scale scale = Scale.of(Window.parse(window), zone);
    long place = Long.MIN_VALUE;
    long leave = Long.MIN_VALUE;
    for (int minute = 0; minute < 7 * 24 * 60; minute++) {
      Instant instant = from.plus(Duration.ofMinutes(minute));
      assertThat(scale.place(Micros.of(instant))).as("%s", instant).isGreaterThanOrEqualTo(place);
      place = scale.place(Micros.of(instant));
      assertThat(scale.leave(place)).as("%s", instant).isGreaterThanOrEqualTo(leave);
      leave = scale.leave(place);
      assertThat(leave).isGreaterThan(place);
      Instant first = scale.first(place);
      assertThat(first).isBeforeOrEqualTo(instant);
      assertThat(scale.place(Micros.of(first))).as("first of %s", instant).isEqualTo(place);
      assertThat(scale.place(Micros.of(first.minusNanos(1000))))
          .as("before %s", first)
          .isLessThan(place);
    }
  }
}
