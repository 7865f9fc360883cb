package org.moderato.strategy.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.moderato.strategy.time.Occupancy.Load;

/** A calendar cap of one contact, asked about all around every change of the clock. */
class CalendarCapsTest {

  private static final List<Duration> CONTACTS =
      LongStream.of(-1500, -90, -60, -30, -1, 0, 1, 30, 60, 90, 1500)
          .mapToObj(Duration::ofMinutes)
          .toList();

  /** In steps of 15 minutes, which all offsets are multiples of. */
  private static final List<Duration> QUESTIONS =
      LongStream.rangeClosed(-28 * 4, 28 * 4).mapToObj(n -> Duration.ofMinutes(n * 15)).toList();

  @ParameterizedTest
  @MethodSource("org.moderato.strategy.time.ClockChanges#zones")
  void isExactAroundEveryChangeOfTheClock(ZoneId zone) {
    for (Instant change : ClockChanges.of(zone)) {
      for (PeriodReference period : PeriodReference.values()) {
        for (Duration contact : CONTACTS) {
          check(period, zone, change, change.plus(contact));
        }
      }
    }
  }

  private static void check(PeriodReference period, ZoneId zone, Instant change, Instant contact) {
    Occupancy occupancy =
        new Occupancy(Window.parse(period.cell), zone, List.of(new Load(contact, 1)));
    ZonedDateTime contacted = contact.atZone(zone);
    for (Duration question : QUESTIONS) {
      Instant asked = change.plus(question);
      boolean counts = period.same.test(asked.atZone(zone), contacted);
      String name = "%s in %s, contact %s, asked %s".formatted(period, zone, contact, asked);

      assertThat(occupancy.fullest(asked).count()).as(name).isEqualTo(counts ? 1 : 0);
      Instant free = occupancy.firstFree(asked, 0).orElseThrow();
      assertThat(free.equals(asked)).as(name).isEqualTo(!counts);
      if (counts) {
        Instant before = free.minus(1, ChronoUnit.MICROS);
        assertThat(period.same.test(before.atZone(zone), contacted)).as(name).isTrue();
        assertThat(period.same.test(free.atZone(zone), contacted)).as(name).isFalse();
      }
    }
  }
}
