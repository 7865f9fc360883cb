package org.moderato.strategy.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Knows the public holidays. */
@FunctionalInterface
public interface HolidayCalendar {

  /**
   * Whether people in that place have a holiday.
   *
   * @param day the day in the customer's zone
   * @param country ISO 3166 code; null if unknown
   * @param region part of the country, as the calendar names it; null if unknown
   */
  boolean isHoliday(LocalDate day, @Nullable String country, @Nullable String region);

  /** A calendar without holidays. */
  static HolidayCalendar none() {
    return (day, country, region) -> false;
  }
}
