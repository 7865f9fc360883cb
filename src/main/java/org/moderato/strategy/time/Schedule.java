package org.moderato.strategy.time;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;

/**
 * A part of certain days, such as {@code Mon-Fri 09:00-17:00}. What runs over midnight belongs to
 * the day on which it starts.
 *
 * @param days the days on which the range starts
 * @param range the part of them
 */
public record Schedule(Days days, TimeRange range) {

  /**
   * Whether a clock on the wall that shows this date and time shows one of the schedule.
   *
   * @param holiday whether that day is a holiday
   */
  public boolean covers(LocalDateTime shown, Predicate<LocalDate> holiday) {
    LocalDate day = shown.toLocalDate();
    return startsOn(day, shown, holiday) || startsOn(day.minusDays(1), shown, holiday);
  }

  /** Whether the other schedule lies within this one, whatever days are holidays. */
  public boolean covers(Schedule other) {
    return days.covers(other.days) && range.covers(other.range);
  }

  private boolean startsOn(LocalDate day, LocalDateTime shown, Predicate<LocalDate> holiday) {
    long since = ChronoUnit.NANOS.between(day.atTime(range.start()), shown);
    return since >= 0 && since < range.lengthNanos() && days.includes(day, holiday);
  }
}
