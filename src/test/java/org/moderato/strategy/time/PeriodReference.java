package org.moderato.strategy.time;

import java.time.DayOfWeek;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Calendar periods once more, for tests: as java.time alone tells them apart. */
enum PeriodReference {
  HOUR("calendar hour", by(time -> time.toLocalDateTime().truncatedTo(ChronoUnit.HOURS))),
  DAY("calendar day", by(ZonedDateTime::toLocalDate)),
  WEEK("calendar week", by(time -> List.of(time.get(IsoFields.WEEK_BASED_YEAR), isoWeek(time)))),
  SUNDAY_WEEK(
      "calendar week from Sunday",
      by(time -> time.toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY)))),
  MONTH("calendar month", by(YearMonth::from)),
  QUARTER(
      "calendar quarter", by(time -> List.of(time.getYear(), time.get(IsoFields.QUARTER_OF_YEAR)))),
  YEAR("calendar year", by(ZonedDateTime::getYear));

  final String cell;
  final BiPredicate<ZonedDateTime, ZonedDateTime> same;

  PeriodReference(String cell, BiPredicate<ZonedDateTime, ZonedDateTime> same) {
    this.cell = cell;
    this.same = same;
  }

  private static int isoWeek(ZonedDateTime time) {
    return time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
  }

  private static BiPredicate<ZonedDateTime, ZonedDateTime> by(
      Function<ZonedDateTime, Object> label) {
    return (a, b) -> label.apply(a).equals(label.apply(b));
  }
}
