package org.moderato.strategy.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Days of the week and public holidays: {@code Mon-Fri}, {@code Sat, Sun, holiday}, {@code Mon-Fri,
 * not holiday}.
 */
public final class Days {

  private enum Holidays {
    LIKE_ANY_DAY,
    ALSO,
    NOT
  }

  private static final Days EVERY = new Days(EnumSet.allOf(DayOfWeek.class), Holidays.LIKE_ANY_DAY);

  private final Set<DayOfWeek> weekdays;
  private final Holidays holidays;

  private Days(Set<DayOfWeek> weekdays, Holidays holidays) {
    this.weekdays = weekdays;
    this.holidays = holidays;
  }

  /** All days, holidays or not. */
  public static Days every() {
    return EVERY;
  }

  /**
   * Reads a cell.
   *
   * @throws IllegalArgumentException if it names something else; the message is for the person at
   *     the cell
   */
  public static Days parse(String text) {
    EnumSet<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
    Holidays holidays = Holidays.LIKE_ANY_DAY;
    for (String part : CellText.tidy(text).split(",")) {
      String word = part.strip();
      if (word.matches("holidays?")) {
        holidays = Holidays.ALSO;
      } else if (word.matches("(not|no) holidays?")) {
        holidays = Holidays.NOT;
      } else {
        addWeekdays(weekdays, word, text);
      }
    }
    if (weekdays.isEmpty() && holidays == Holidays.NOT) {
      return new Days(EnumSet.allOf(DayOfWeek.class), holidays);
    }
    return new Days(weekdays, holidays);
  }

  private static void addWeekdays(Set<DayOfWeek> weekdays, String word, String text) {
    String[] ends = word.split(" ?[-\u2013] ?| to ");
    if (ends.length > 2 || word.isEmpty()) {
      throw wrong(text);
    }
    DayOfWeek first = weekday(ends[0], text);
    DayOfWeek last = weekday(ends[ends.length - 1], text);
    for (DayOfWeek day = first; ; day = day.plus(1)) {
      weekdays.add(day);
      if (day == last) {
        return;
      }
    }
  }

  private static DayOfWeek weekday(String word, String text) {
    return CellText.weekday(word).orElseThrow(() -> wrong(text));
  }

  private static IllegalArgumentException wrong(String text) {
    return new IllegalArgumentException(
        "\"" + text + "\" does not name days; write days such as Mon-Fri or Sat, Sun, holiday");
  }

  /**
   * @param holiday tells public holidays
   */
  public boolean includes(LocalDate day, Predicate<LocalDate> holiday) {
    boolean isWeekday = weekdays.contains(day.getDayOfWeek());
    return switch (holidays) {
      case LIKE_ANY_DAY -> isWeekday;
      case ALSO -> isWeekday || holiday.test(day);
      case NOT -> isWeekday && !holiday.test(day);
    };
  }

  @Override
  public String toString() {
    return weekdays + (holidays == Holidays.LIKE_ANY_DAY ? "" : " " + holidays);
  }
}
