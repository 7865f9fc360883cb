package org.moderato.strategy.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Weekdays and holidays as written in a cell: a day is one of these if something includes it and
 * nothing excludes it.
 *
 * @param weekdays weekdays that are included
 * @param holidays whether holidays are included, on whatever weekday
 * @param exceptWeekdays weekdays that are excluded
 * @param exceptHolidays whether holidays are excluded
 */
public record Days(
    Set<DayOfWeek> weekdays,
    boolean holidays,
    Set<DayOfWeek> exceptWeekdays,
    boolean exceptHolidays) {

  private static final Days EVERY =
      new Days(EnumSet.allOf(DayOfWeek.class), false, Set.of(), false);

  public Days {
    weekdays = sorted(weekdays);
    exceptWeekdays = sorted(exceptWeekdays);
    holidays = holidays && !exceptHolidays;
    boolean anyWeekday = !exceptWeekdays.containsAll(weekdays);
    boolean anyHoliday = holidays && exceptWeekdays.size() < 7;
    if (!anyWeekday && !anyHoliday) {
      throw new IllegalArgumentException("these days leave none; write days such as Mon-Fri");
    }
  }

  /**
   * Reads a cell such as {@code Mon-Fri}, {@code Sat, Sun}, {@code holiday}, {@code Mon-Fri, not
   * holiday}. What follows {@code not} is excluded, to the end of the cell; {@code not holiday}
   * alone is every day but holidays.
   *
   * @throws IllegalArgumentException if it is anything else, or leaves no day; the message is for
   *     the person at the cell
   */
  public static Days parse(String text) {
    Set<DayOfWeek> in = EnumSet.noneOf(DayOfWeek.class);
    Set<DayOfWeek> out = EnumSet.noneOf(DayOfWeek.class);
    boolean holidays = false;
    boolean exceptHolidays = false;
    boolean not = false;
    for (String part : CellText.tidy(text).split(",", -1)) {
      String word = part.strip();
      if (word.startsWith("not ")) {
        not = true;
        word = word.substring(4);
      }
      if (!word.matches("holidays?")) {
        (not ? out : in).addAll(weekdays(word).orElseThrow(() -> notDays(text)));
      } else if (not) {
        exceptHolidays = true;
      } else {
        holidays = true;
      }
    }
    if (in.isEmpty() && !holidays) {
      in = EnumSet.allOf(DayOfWeek.class);
    }
    return new Days(in, holidays, out, exceptHolidays);
  }

  /** All days. */
  public static Days every() {
    return EVERY;
  }

  /**
   * Whether {@code day} is one of them.
   *
   * @param holiday whether a day is a holiday; only asked if it matters
   */
  public boolean includes(LocalDate day, Predicate<LocalDate> holiday) {
    DayOfWeek weekday = day.getDayOfWeek();
    if (exceptWeekdays.contains(weekday)) {
      return false;
    }
    boolean named = weekdays.contains(weekday);
    if (named && !exceptHolidays) {
      return true;
    }
    if (!named && !holidays) {
      return false;
    }
    return named != holiday.test(day);
  }

  /** Whether each day of the other ones is one of these, whatever days are holidays. */
  boolean covers(Days others) {
    LocalDate monday = LocalDate.EPOCH.with(DayOfWeek.MONDAY);
    return monday
        .datesUntil(monday.plusWeeks(1))
        .allMatch(day -> covers(others, day, true) && covers(others, day, false));
  }

  private boolean covers(Days others, LocalDate day, boolean isHoliday) {
    return includes(day, any -> isHoliday) || !others.includes(day, any -> isHoliday);
  }

  /** The days as a cell that {@link #parse} reads back. */
  @Override
  public String toString() {
    List<String> included = words(weekdays, holidays);
    List<String> excluded = words(exceptWeekdays, exceptHolidays);
    if (!excluded.isEmpty()) {
      included.add("not " + String.join(", ", excluded));
    }
    return String.join(", ", included);
  }

  private static List<String> words(Set<DayOfWeek> weekdays, boolean holidays) {
    List<String> words = new ArrayList<>();
    int last = 0;
    for (DayOfWeek day : weekdays) {
      if (day.getValue() > last) {
        last = endOfRun(day.getValue(), weekdays);
        String end = last == day.getValue() ? "" : "-" + shortName(DayOfWeek.of(last));
        words.add(shortName(day) + end);
      }
    }
    if (holidays) {
      words.add("holiday");
    }
    return words;
  }

  /** The last of at least three days in a row, or the first day itself if there are fewer. */
  private static int endOfRun(int first, Set<DayOfWeek> weekdays) {
    int last = first;
    while (last < 7 && weekdays.contains(DayOfWeek.of(last + 1))) {
      last++;
    }
    return last - first < 2 ? first : last;
  }

  private static String shortName(DayOfWeek day) {
    return CellText.name(day).substring(0, 3);
  }

  /** One weekday, or all from one to another, over the week's end if need be. */
  private static Optional<Set<DayOfWeek>> weekdays(String word) {
    String[] ends = word.split(" ?[-\u2010\u2011\u2013\u2014] ?| to ", -1);
    Optional<DayOfWeek> first = CellText.weekday(ends[0]);
    Optional<DayOfWeek> last = CellText.weekday(ends[ends.length - 1]);
    if (ends.length > 2 || first.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    Set<DayOfWeek> days = EnumSet.of(first.get());
    for (DayOfWeek day = first.get(); day != last.get(); day = day.plus(1)) {
      days.add(day.plus(1));
    }
    return Optional.of(days);
  }

  private static Set<DayOfWeek> sorted(Set<DayOfWeek> days) {
    Set<DayOfWeek> copy = EnumSet.noneOf(DayOfWeek.class);
    copy.addAll(days);
    return Collections.unmodifiableSet(copy);
  }

  private static IllegalArgumentException notDays(String text) {
    return new IllegalArgumentException(
        "\"" + text.strip() + "\" are not days; write days such as Mon-Fri, Sat, Sun or holiday");
  }
}
