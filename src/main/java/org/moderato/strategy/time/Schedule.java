package org.moderato.strategy.time;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A stretch of certain days, on the wall clock.
 *
 * @param days the days on which it starts
 * @param range the stretch
 */
public record Schedule(Days days, TimeRange range) {

  /** The end of its stretch that holds the local time; empty if none does. */
  Optional<LocalDateTime> endAt(LocalDateTime time, Predicate<LocalDate> holiday) {
    LocalDate today = time.toLocalDate();
    return Stream.of(today.minusDays(1), today)
        .filter(day -> days.includes(day, holiday))
        .filter(day -> !start(day).isAfter(time) && time.isBefore(end(day)))
        .map(this::end)
        .max(LocalDateTime::compareTo);
  }

  /** The first start after the local time, in at most so many days. */
  Optional<LocalDateTime> nextStart(LocalDateTime time, int longest, Predicate<LocalDate> holiday) {
    return Stream.iterate(time.toLocalDate(), day -> day.plusDays(1))
        .limit(longest)
        .filter(day -> start(day).isAfter(time) && days.includes(day, holiday))
        .map(this::start)
        .findFirst();
  }

  private LocalDateTime start(LocalDate day) {
    return day.atStartOfDay().plus(range.start(), ChronoUnit.MICROS);
  }

  private LocalDateTime end(LocalDate day) {
    LocalDate last = range.runsOverMidnight() ? day.plusDays(1) : day;
    return last.atStartOfDay().plus(range.end(), ChronoUnit.MICROS);
  }
}
