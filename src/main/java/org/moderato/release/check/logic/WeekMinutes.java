package org.moderato.release.check.logic;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.BitSet;
import org.moderato.strategy.time.Days;
import org.moderato.strategy.time.Schedule;

/**
 * Whole minutes of the days of a week: each weekday as an ordinary day and as a holiday, after an
 * ordinary day and after a holiday. Not thread-safe.
 */
final class WeekMinutes {

  private static final int DAY = 24 * 60;
  private static final int CASES = 4;
  private static final long MINUTE = 60_000_000_000L;
  private static final int ALL = 7 * CASES * DAY;
  private static final LocalDate MONDAY = LocalDate.EPOCH.with(DayOfWeek.MONDAY);

  private final BitSet minutes = new BitSet(ALL);

  /** Adds the minutes that lie wholly in a schedule. */
  void addWhole(Schedule schedule) {
    long start = schedule.range().start().toNanoOfDay();
    long end = start + schedule.range().length().toNanos();
    add(schedule.days(), Math.toIntExact((start + MINUTE - 1) / MINUTE), minute(end));
  }

  /** Adds the minutes that lie in a schedule at least in part. */
  void addTouched(Schedule schedule) {
    long start = schedule.range().start().toNanoOfDay();
    long end = start + schedule.range().length().toNanos();
    add(schedule.days(), minute(start), minute(end + MINUTE - 1));
  }

  private static int minute(long nanos) {
    return Math.toIntExact(nanos / MINUTE);
  }

  private void add(Days days, int start, int end) {
    for (DayOfWeek day : DayOfWeek.values()) {
      for (int oneCase = 0; oneCase < CASES; oneCase++) {
        int first = first(day, oneCase);
        if (includes(days, day, (oneCase & 1) != 0)) {
          set(first + start, first + Math.min(end, DAY));
        }
        if (includes(days, day.minus(1), (oneCase & 2) != 0)) {
          set(first, first + end - DAY);
        }
      }
    }
  }

  private void set(int from, int to) {
    if (from < to) {
      minutes.set(from, to);
    }
  }

  private static boolean includes(Days days, DayOfWeek day, boolean isHoliday) {
    return days.includes(MONDAY.with(day), any -> isHoliday);
  }

  /** Adds all minutes that are not among others. */
  void addAllBut(WeekMinutes others) {
    BitSet rest = (BitSet) others.minutes.clone();
    rest.flip(0, ALL);
    minutes.or(rest);
  }

  boolean hasAll() {
    return minutes.cardinality() == ALL;
  }

  /** Whether all minutes of an ordinary weekday after an ordinary day are there. */
  boolean hasAll(DayOfWeek day) {
    int first = first(day, 0);
    return minutes.nextClearBit(first) >= first + DAY;
  }

  /** Whether some minute of an ordinary weekday after an ordinary day is there. */
  boolean hasSome(DayOfWeek day) {
    int next = minutes.nextSetBit(first(day, 0));
    return next >= 0 && next < first(day, 0) + DAY;
  }

  private static int first(DayOfWeek day, int oneCase) {
    return ((day.getValue() - 1) * CASES + oneCase) * DAY;
  }
}
