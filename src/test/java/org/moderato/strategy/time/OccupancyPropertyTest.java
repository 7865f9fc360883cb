package org.moderato.strategy.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.moderato.strategy.time.Occupancy.Fill;
import org.moderato.strategy.time.Occupancy.Load;

/** Compares with answers that come from trying every window that contains an instant. */
class OccupancyPropertyTest {

  private static final int CASES = Integer.getInteger("moderato.property.cases", 20_000);
  private static final long SEED = 20_261_123;
  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Europe/Berlin"),
          ZoneId.of("America/Santiago"),
          ZoneId.of("Australia/Lord_Howe"),
          ZoneOffset.UTC);
  private static final List<Instant> ORIGINS =
      List.of(
          Instant.parse("2026-03-27T00:00:00Z"),
          Instant.parse("2026-04-03T00:00:00Z"),
          Instant.parse("2026-09-04T00:00:00Z"),
          Instant.parse("2026-10-23T00:00:00Z"),
          Instant.parse("2026-12-29T00:00:00Z"));

  @Test
  void agreesWithAllRollingWindows() {
    for (long seed = SEED; seed < SEED + CASES; seed++) {
      Random random = new Random(seed);
      int length = 1 + random.nextInt(12);
      boolean inclusive = random.nextBoolean();
      int reach = inclusive ? length + 1 : length;
      List<Load> loads = loads(random, () -> micros(random.nextInt(40)));
      Span span = Span.of(Duration.of(length, ChronoUnit.MICROS));
      Window window = new Window.Rolling(span, inclusive, null);
      Trial trial =
          new Trial(
              "seed " + seed + ", " + window + ", " + loads,
              loads,
              new Occupancy(window, ZoneOffset.UTC, loads),
              (t, ahead) -> {
                List<List<Load>> windows = new ArrayList<>();
                for (int later = 0; later < (ahead ? reach : 1); later++) {
                  Instant end = t.plus(later, ChronoUnit.MICROS);
                  Instant excluded = end.minus(reach, ChronoUnit.MICROS);
                  windows.add(only(loads, at -> at.isAfter(excluded) && !at.isAfter(end)));
                }
                return windows;
              });
      trial.check(random, micros(random.nextInt(40)));
    }
  }

  @Test
  void agreesWithTheCalendar() {
    for (long seed = SEED; seed < SEED + CASES; seed++) {
      Random random = new Random(seed);
      ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
      PeriodReference period =
          PeriodReference.values()[random.nextInt(PeriodReference.values().length)];
      Duration step = Duration.ofMinutes(period == PeriodReference.HOUR ? 5 : 150);
      Instant origin = ORIGINS.get(random.nextInt(ORIGINS.size())).plus(Duration.ofHours(36));
      List<Load> loads =
          loads(random, () -> origin.plus(step.multipliedBy(random.nextInt(100) - 50)));
      Trial trial =
          new Trial(
              "seed " + seed + ", " + period + " in " + zone + ", " + loads,
              loads,
              new Occupancy(Window.parse(period.cell), zone, loads),
              (t, ahead) ->
                  List.of(
                      only(
                          loads,
                          at ->
                              (ahead || !at.isAfter(t))
                                  && period.same.test(at.atZone(zone), t.atZone(zone)))));
      trial.check(random, origin.plus(step.multipliedBy(random.nextInt(100) - 50)));
    }
  }

  @Test
  void agreesWithAllRunsOfDays() {
    for (long seed = SEED; seed < SEED + CASES; seed++) {
      Random random = new Random(seed);
      ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
      int days = 1 + random.nextInt(5);
      Instant origin = ORIGINS.get(random.nextInt(ORIGINS.size()));
      List<Load> loads = loads(random, () -> origin.plus(Duration.ofHours(random.nextInt(300))));
      Window window = Window.parse(days + " calendar days");
      Trial trial =
          new Trial(
              "seed " + seed + ", " + window + " in " + zone + ", " + loads,
              loads,
              new Occupancy(window, zone, loads),
              (t, ahead) -> {
                List<List<Load>> windows = new ArrayList<>();
                for (int later = 0; later < (ahead ? days : 1); later++) {
                  LocalDate last = t.atZone(zone).toLocalDate().plusDays(later);
                  windows.add(
                      only(
                          loads,
                          at -> (ahead || !at.isAfter(t)) && isOf(last, days, at.atZone(zone))));
                }
                return windows;
              });
      trial.check(random, origin.plus(Duration.ofHours(random.nextInt(300))));
    }
  }

  /** Its length varies, so windows are told by the instant at which each contact leaves. */
  @Test
  void agreesWithAllWindowsOfAMonth() {
    for (long seed = SEED; seed < SEED + CASES; seed++) {
      Random random = new Random(seed);
      ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
      Instant origin = Instant.parse("2026-01-01T00:00:00Z");
      List<Load> loads =
          loads(
              random,
              () -> origin.plus(Duration.ofHours(12)).plus(Duration.ofDays(random.nextInt(150))));
      Trial trial =
          new Trial(
              "seed " + seed + ", 1 month in " + zone + ", " + loads,
              loads,
              new Occupancy(Window.parse("1 month"), zone, loads),
              (t, ahead) -> {
                List<Instant> ends = new ArrayList<>(List.of(t));
                loads.stream()
                    .map(Load::at)
                    .filter(at -> ahead && at.isAfter(t) && at.isBefore(monthAfter(t, zone)))
                    .sorted()
                    .forEach(ends::add);
                return ends.stream()
                    .map(
                        end ->
                            only(
                                loads, at -> !at.isAfter(end) && monthAfter(at, zone).isAfter(end)))
                    .toList();
              });
      trial.check(random, origin.plus(Duration.ofDays(random.nextInt(150))));
    }
  }

  /** The same time of the next month; that month's end if it lacks the day. */
  private static Instant monthAfter(Instant instant, ZoneId zone) {
    ZonedDateTime shown = instant.atZone(zone);
    ZonedDateTime later = shown.plusMonths(1);
    return later.getDayOfMonth() == shown.getDayOfMonth()
        ? later.toInstant()
        : later
            .with(TemporalAdjusters.firstDayOfNextMonth())
            .truncatedTo(ChronoUnit.DAYS)
            .toInstant();
  }

  private static boolean isOf(LocalDate last, int days, ZonedDateTime shown) {
    long before = ChronoUnit.DAYS.between(shown.toLocalDate(), last);
    return before >= 0 && before < days;
  }

  private static List<Load> only(List<Load> loads, Predicate<Instant> test) {
    return loads.stream().filter(load -> test.test(load.at())).toList();
  }

  private static List<Load> loads(Random random, Supplier<Instant> at) {
    List<Load> loads = new ArrayList<>();
    int size = random.nextInt(9);
    for (int i = 0; i < size; i++) {
      loads.add(new Load(at.get(), random.nextInt(9) * 0.25));
    }
    loads.sort(Comparator.comparing(Load::at));
    return loads;
  }

  private static Instant micros(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /** The loads of each window that contains an instant, in the order in which the windows end. */
  private interface Windows {

    /**
     * @param ahead whether loads after the instant count too
     */
    List<List<Load>> around(Instant instant, boolean ahead);
  }

  private record Trial(String name, List<Load> loads, Occupancy occupancy, Windows windows) {

    void check(Random random, Instant from) {
      checkFullest(from);
      double room = (random.nextInt(14) - 1) * 0.25;
      check(random, from, room, true, occupancy.firstFree(from, room));
      check(random, from, room, false, occupancy.firstFreeAfter(from, room));
    }

    private void checkFullest(Instant instant) {
      List<List<Load>> all = windows.around(instant, true);
      List<Load> best = all.get(0);
      for (List<Load> window : all) {
        best = weight(window) > weight(best) ? window : best;
      }
      Fill fill = occupancy.fullest(instant);
      assertThat(fill.weight()).as("%s, at %s", name, instant).isEqualTo(weight(best));
      assertThat(loads.subList(fill.from(), fill.to()))
          .as("%s, at %s", name, instant)
          .isEqualTo(best);
    }

    private void check(
        Random random, Instant from, double room, boolean ahead, Optional<Instant> answer) {
      String question = "%s, from %s, room %s, ahead %s".formatted(name, from, room, ahead);
      assertThat(answer.isPresent()).as(question).isEqualTo(room >= 0);
      if (answer.isEmpty()) {
        return;
      }
      Instant free = answer.get();
      assertThat(free).as(question).isAfterOrEqualTo(from);
      assertThat(isFree(free, room, ahead)).as("%s: free at %s", question, free).isTrue();
      long micros = ChronoUnit.MICROS.between(from, free);
      for (int i = 0; micros > 0 && i < 12; i++) {
        long earlier = i == 0 ? 1 : 1 + random.nextLong(micros);
        Instant instant = free.minus(earlier, ChronoUnit.MICROS);
        assertThat(isFree(instant, room, ahead)).as("%s: not at %s", question, instant).isFalse();
      }
    }

    private boolean isFree(Instant instant, double room, boolean ahead) {
      return windows.around(instant, ahead).stream().allMatch(window -> weight(window) <= room);
    }

    private static double weight(List<Load> window) {
      return window.stream().mapToDouble(Load::weight).sum();
    }
  }
}
