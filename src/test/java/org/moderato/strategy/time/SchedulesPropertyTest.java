package org.moderato.strategy.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Random zones, instants and schedules, compared with a second reading of the wall clock. */
class SchedulesPropertyTest {

  private static final int CASES = Integer.getInteger("moderato.property.cases", 20_000);
  private static final long SEED = 20_261_123;
  private static final int SAMPLES = 100;
  private static final Predicate<LocalDate> HOLIDAY = day -> day.getDayOfMonth() % 5 == 0;
  private static final long FIRST_SECOND = Instant.parse("2015-01-01T00:00:00Z").getEpochSecond();
  private static final long SECONDS = Duration.ofDays(20 * 365).toSeconds();
  private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream().sorted().toList();
  private static final List<String> DAYS =
      List.of(
          "Mon-Sun",
          "Mon-Fri",
          "Sat",
          "Sun",
          "Fri-Mon",
          "holiday",
          "Mon-Fri, not holiday",
          "Sat, Sun, holiday");

  @Test
  void answersAreExact() {
    for (long seed = SEED; seed < SEED + CASES; seed++) {
      Random random = new Random(seed);
      ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
      List<String> texts = texts(random);
      Instant from = instant(random, zone);
      Schedules schedules =
          new Schedules(texts.stream().map(WallReference::schedule).toList(), zone, HOLIDAY);
      Trial trial = new Trial("seed %d, %s, %s".formatted(seed, zone, texts), zone, texts);
      assertThat(schedules.covers(from)).as(trial.name).isEqualTo(trial.covers(from));
      trial.check(random, from, false, schedules.firstOutside(from));
      trial.check(random, from, true, schedules.firstInside(from));
      schedules
          .firstOutside(from)
          .ifPresent(
              answer -> assertThat(schedules.firstOutside(answer)).as(trial.name).contains(answer));
    }
  }

  private static List<String> texts(Random random) {
    List<String> texts = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      int start = random.nextInt(96) * 15;
      int end = (start + 15 + random.nextInt(95) * 15) % 1440;
      String range = random.nextInt(10) == 0 ? "00:00-24:00" : time(start) + "-" + time(end);
      boolean inclusive = end != 0 && !range.endsWith("24:00") && random.nextInt(5) == 0;
      String days = DAYS.get(random.nextInt(DAYS.size()));
      texts.add(days + " " + range + (inclusive ? " inclusive" : ""));
    }
    return texts;
  }

  private static String time(int minutes) {
    return "%02d:%02d".formatted(minutes / 60, minutes % 60);
  }

  /** Every other one lies within a day of a change of the clock, if there is one. */
  private static Instant instant(Random random, ZoneId zone) {
    Instant any =
        Instant.ofEpochSecond(FIRST_SECOND + random.nextLong(SECONDS))
            .plus(random.nextInt(1_000_000), ChronoUnit.MICROS);
    if (random.nextBoolean() || zone.getRules().nextTransition(any) == null) {
      return any;
    }
    Instant change = zone.getRules().nextTransition(any).getInstant();
    return change.plusSeconds(random.nextInt(172_800) - 86_400);
  }

  private record Trial(String name, ZoneId zone, List<String> texts) {

    boolean covers(Instant instant) {
      return texts.stream().anyMatch(text -> WallReference.covers(text, instant, zone, HOLIDAY));
    }

    void check(Random random, Instant from, boolean covered, Optional<Instant> answer) {
      String question = "%s, from %s, covered %s".formatted(name, from, covered);
      if (answer.isPresent()) {
        Instant found = answer.get();
        assertThat(found).as(question).isBetween(from, from.plus(Schedules.HORIZON));
        assertThat(covers(found)).as("%s: at %s", question, found).isEqualTo(covered);
        if (found.isAfter(from)) {
          Instant before = found.minus(1, ChronoUnit.MICROS);
          assertThat(covers(before))
              .as("%s: not yet at %s", question, before)
              .isNotEqualTo(covered);
        }
      }
      checkBetween(random, question, from, covered, answer.orElse(from.plus(Schedules.HORIZON)));
    }

    private void checkBetween(
        Random random, String question, Instant from, boolean covered, Instant end) {
      long minutes = ChronoUnit.MINUTES.between(from, end);
      for (int i = 0; i < Math.min(minutes, SAMPLES); i++) {
        long minute = minutes <= SAMPLES ? i : random.nextLong(minutes);
        Instant between = from.plus(minute, ChronoUnit.MINUTES);
        assertThat(covers(between)).as("%s: not at %s", question, between).isNotEqualTo(covered);
      }
    }
  }
}
