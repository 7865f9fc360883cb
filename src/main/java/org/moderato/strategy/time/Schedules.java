package org.moderato.strategy.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * The union of schedules on the wall clock of a zone. An instant is covered if the date and time
 * that the clock shows then are, so that a time which clocks show twice is covered twice, and one
 * that they leave out never. Immutable.
 */
public final class Schedules {

  /** How far {@link #firstInside} and {@link #firstOutside} search. */
  public static final Duration HORIZON = Duration.ofDays(400);

  private static final long DAY = Duration.ofDays(1).toNanos();

  private final List<Schedule> schedules;
  private final ZoneId zone;
  private final Predicate<LocalDate> holiday;

  /** Nanoseconds after midnight at which a range begins or ends, on whatever day; ascending. */
  private final long[] turns;

  /**
   * Prepares the questions.
   *
   * @param holiday whether a day in {@code zone} is a holiday
   */
  public Schedules(List<Schedule> schedules, ZoneId zone, Predicate<LocalDate> holiday) {
    this.schedules = List.copyOf(schedules);
    this.zone = zone;
    this.holiday = holiday;
    this.turns =
        schedules.stream()
            .map(Schedule::range)
            .flatMapToLong(r -> LongStream.of(r.startNanos(), r.startNanos() + r.lengthNanos()))
            .map(nanos -> nanos % DAY)
            .sorted()
            .distinct()
            .toArray();
  }

  /** Whether one of the schedules covers the instant. */
  public boolean covers(Instant instant) {
    return covers(LocalDateTime.ofInstant(instant, zone));
  }

  /** The first instant from {@code from} on that no schedule covers; empty beyond 400 days. */
  public Optional<Instant> firstOutside(Instant from) {
    return first(from, false);
  }

  /** The first instant from {@code from} on that a schedule covers; empty beyond 400 days. */
  public Optional<Instant> firstInside(Instant from) {
    return first(from, true);
  }

  private boolean covers(LocalDateTime shown) {
    for (Schedule schedule : schedules) {
      if (schedule.covers(shown, holiday)) {
        return true;
      }
    }
    return false;
  }

  /** Between two changes of the clock it runs evenly, so only the turns need a look. */
  private Optional<Instant> first(Instant from, boolean covered) {
    Instant last = from.plus(HORIZON);
    Instant change = nextChange(from);
    Instant instant = from;
    while (!instant.isAfter(last)) {
      LocalDateTime shown = LocalDateTime.ofInstant(instant, zone);
      if (covers(shown) == covered) {
        return Optional.of(instant);
      }
      Instant turn = instant.plusNanos(untilTurn(shown.toLocalTime().toNanoOfDay()));
      if (turn.isBefore(change)) {
        instant = turn;
      } else {
        instant = change;
        change = nextChange(change);
      }
    }
    return Optional.empty();
  }

  private Instant nextChange(Instant instant) {
    ZoneOffsetTransition next = zone.getRules().nextTransition(instant);
    return next == null ? Instant.MAX : next.getInstant();
  }

  /** Nanoseconds to the next turn after that time of day; at most a day. */
  private long untilTurn(long nanoOfDay) {
    for (long turn : turns) {
      if (turn > nanoOfDay) {
        return turn - nanoOfDay;
      }
    }
    return turns.length == 0 ? DAY : DAY + turns[0] - nanoOfDay;
  }
}
