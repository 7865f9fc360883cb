package org.moderato.strategy.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchedulesTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Predicate<LocalDate> NO_HOLIDAYS = day -> false;

  @ParameterizedTest(name = "{0} in {1} at {2}: outside from {3}")
  @CsvSource({
    // the start belongs to it, the end doesn't
    "21:00-09:00, Europe/Berlin, 2026-11-22T19:59:59.999999Z, 2026-11-22T19:59:59.999999Z",
    "21:00-09:00, Europe/Berlin, 2026-11-22T20:00:00Z, 2026-11-23T08:00:00Z",
    "21:00-09:00, Europe/Berlin, 2026-11-23T07:59:59.999999Z, 2026-11-23T08:00:00Z",
    "21:00-09:00, Europe/Berlin, 2026-11-23T08:00:00Z, 2026-11-23T08:00:00Z",
    "09:00-13:00 inclusive, UTC, 2026-11-23T13:00:59.999999Z, 2026-11-23T13:01:00Z",
    // over a night that lacks an hour, and over one that has one more
    "21:00-09:00, Europe/Berlin, 2026-03-28T20:00:00Z, 2026-03-29T07:00:00Z",
    "21:00-09:00, Europe/Berlin, 2026-10-24T19:00:00Z, 2026-10-25T08:00:00Z",
    // 02:30 doesn't exist: quiet ends with the hour that is left out, or begins after it
    "22:00-02:30, Europe/Berlin, 2026-03-29T00:59:59.999999Z, 2026-03-29T01:00:00Z",
    "02:30-05:00, Europe/Berlin, 2026-03-29T00:30:00Z, 2026-03-29T00:30:00Z",
    "02:30-05:00, Europe/Berlin, 2026-03-29T01:00:00Z, 2026-03-29T03:00:00Z",
    "02:00-02:45, Europe/Berlin, 2026-03-29T00:59:00Z, 2026-03-29T00:59:00Z",
    // 02:30 occurs twice, and so does the end
    "22:00-02:30, Europe/Berlin, 2026-10-25T00:15:00Z, 2026-10-25T00:30:00Z",
    "22:00-02:30, Europe/Berlin, 2026-10-25T01:00:00Z, 2026-10-25T01:30:00Z",
    "02:30-05:00, Europe/Berlin, 2026-10-25T00:45:00Z, 2026-10-25T01:00:00Z",
    // half an hour, at midnight, and a quarter off the hour
    "21:00-01:45, Australia/Lord_Howe, 2026-04-04T14:44:00Z, 2026-04-04T14:45:00Z",
    "21:00-01:45, Australia/Lord_Howe, 2026-04-04T15:00:00Z, 2026-04-04T15:15:00Z",
    "20:00-00:00, America/Santiago, 2026-04-05T02:00:00Z, 2026-04-05T04:00:00Z",
    "20:00-00:30, America/Santiago, 2026-09-06T03:00:00Z, 2026-09-06T04:00:00Z",
    "21:00-09:00, Asia/Kathmandu, 2026-11-22T15:15:00Z, 2026-11-23T03:15:00Z",
    "21:00-09:00, Pacific/Apia, 2026-11-22T08:00:00Z, 2026-11-22T20:00:00Z"
  })
  void findsTheEndOfQuiet(String range, ZoneId zone, Instant from, Instant outside) {
    Schedules quiet = schedules(zone, "Mon-Sun " + range);

    assertThat(quiet.firstOutside(from)).contains(outside);
    assertThat(quiet.covers(from)).isEqualTo(!from.equals(outside));
  }

  @Test
  void neverEndsInThePastWhenClocksGoBack() {
    Instant secondQuarterPastTwo = Instant.parse("2026-10-25T01:15:00Z");

    assertThat(schedules(BERLIN, "Mon-Sun 22:00-02:30").firstOutside(secondQuarterPastTwo))
        .contains(secondQuarterPastTwo.plus(Duration.ofMinutes(15)));
  }

  @Test
  void coversWholeDaysOf23And25Hours() {
    Schedules sundays = schedules(BERLIN, "Sun 00:00-24:00");

    assertThat(sundays.firstInside(Instant.parse("2026-03-27T12:00:00Z")))
        .contains(Instant.parse("2026-03-28T23:00:00Z"));
    assertThat(sundays.firstOutside(Instant.parse("2026-03-28T23:00:00Z")))
        .contains(Instant.parse("2026-03-29T22:00:00Z"));
    assertThat(sundays.firstOutside(Instant.parse("2026-10-24T22:00:00Z")))
        .contains(Instant.parse("2026-10-25T23:00:00Z"));
  }

  @Test
  void countsANightToTheDayOnWhichItStarts() {
    Schedules fridays = schedules(ZoneOffset.UTC, "Fri 21:00-09:00");

    assertThat(fridays.covers(Instant.parse("2026-11-20T08:00:00Z"))).isFalse();
    assertThat(fridays.covers(Instant.parse("2026-11-20T21:00:00Z"))).isTrue();
    assertThat(fridays.covers(Instant.parse("2026-11-21T08:00:00Z"))).isTrue();
    assertThat(fridays.covers(Instant.parse("2026-11-21T21:00:00Z"))).isFalse();
  }

  @Test
  void joinsSchedulesThatTouch() {
    Schedules quiet =
        schedules(ZoneOffset.UTC, "Mon-Fri 21:00-09:00", "Sat 09:00-12:00", "Sat 11:00-24:00");

    assertThat(quiet.firstOutside(Instant.parse("2026-11-20T22:00:00Z")))
        .contains(Instant.parse("2026-11-22T00:00:00Z"));
  }

  @Test
  void asksForHolidays() {
    Schedules open =
        new Schedules(
            List.of(schedule("Mon-Fri, not holiday 10:00-13:00")),
            BERLIN,
            LocalDate.of(2026, 12, 25)::equals);

    assertThat(open.firstInside(Instant.parse("2026-12-24T12:00:00Z")))
        .contains(Instant.parse("2026-12-28T09:00:00Z"));
  }

  @Test
  void givesUpAfter400Days() {
    Instant from = Instant.parse("2026-11-20T10:00:00Z");

    assertThat(schedules(BERLIN, "Mon-Sun 00:00-24:00").firstOutside(from)).isEmpty();
    assertThat(schedules(BERLIN, "holiday 10:00-11:00").firstInside(from)).isEmpty();
    assertThat(schedules(BERLIN).firstInside(from)).isEmpty();
    assertThat(schedules(BERLIN).firstOutside(from)).contains(from);
  }

  @ParameterizedTest
  @MethodSource("org.moderato.strategy.time.ClockChanges#zones")
  void isExactAroundEveryChangeOfTheClock(ZoneId zone) {
    for (Instant change : ClockChanges.of(zone)) {
      for (String text :
          List.of(
              "Mon-Sun 21:00-09:00",
              "Mon-Sun 22:00-02:30",
              "Mon-Sun 02:30-05:00",
              "Mon-Sun 01:45-02:15",
              "Mon-Sun 23:30-00:30",
              "Sat 23:00-03:00",
              "Sun 00:00-24:00")) {
        checkMinutes(zone, change, text);
      }
    }
  }

  /** Compares with the answers that a walk backwards over all minutes finds. */
  private static void checkMinutes(ZoneId zone, Instant change, String text) {
    Schedules schedules = schedules(zone, text);
    Instant start = change.minus(Duration.ofHours(30));
    Instant outside = null;
    Instant inside = null;
    for (int minute = 110 * 60; minute >= 0; minute--) {
      Instant instant = start.plus(Duration.ofMinutes(minute));
      boolean covered = WallReference.covers(text, instant, zone, NO_HOLIDAYS);
      outside = covered ? outside : instant;
      inside = covered ? instant : inside;
      assertThat(schedules.covers(instant)).as("%s %s %s", zone, text, instant).isEqualTo(covered);
      if (outside != null && minute < 60 * 60) {
        assertThat(schedules.firstOutside(instant))
            .as("%s outside %s from %s", zone, text, instant)
            .contains(outside);
      }
      if (inside != null && minute < 60 * 60) {
        assertThat(schedules.firstInside(instant))
            .as("%s inside %s from %s", zone, text, instant)
            .contains(inside);
      }
    }
  }

  private static Schedules schedules(ZoneId zone, String... texts) {
    List<Schedule> schedules = Arrays.stream(texts).map(SchedulesTest::schedule).toList();
    return new Schedules(schedules, zone, NO_HOLIDAYS);
  }

  private static Schedule schedule(String text) {
    return WallReference.schedule(text);
  }
}
