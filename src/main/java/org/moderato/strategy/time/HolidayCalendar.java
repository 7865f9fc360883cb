package org.moderato.strategy.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Public holidays by country and region. */
public interface HolidayCalendar {

  /**
   * Whether a day is a public holiday there.
   *
   * @param country two letters, ISO 3166; null: unknown
   * @param region a part of the country; null: unknown
   */
  boolean isHoliday(LocalDate day, @Nullable String country, @Nullable String region);

  /** A calendar without holidays. */
  static HolidayCalendar none() {
    return (day, country, region) -> false;
  }
}
