package org.moderato.strategy.time;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;

/** Periods of the calendar, numbered one after another. Weeks begin on Monday. */
public enum CalendarUnit {
  HOUR(Duration.ofHours(1)) {
    @Override
    long number(LocalDateTime time) {
      return time.toLocalDate().toEpochDay() * HOURS + time.getHour();
    }

    @Override
    LocalDateTime start(long number) {
      LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(number, HOURS));
      return day.atTime(Math.floorMod(number, HOURS), 0);
    }
  },

  DAY(Duration.ofDays(1)) {
    @Override
    long number(LocalDateTime time) {
      return time.toLocalDate().toEpochDay();
    }

    @Override
    LocalDateTime start(long number) {
      return LocalDate.ofEpochDay(number).atStartOfDay();
    }
  },

  WEEK(Duration.ofDays(7)) {
    @Override
    long number(LocalDateTime time) {
      return Math.floorDiv(time.toLocalDate().toEpochDay() + DAYS_BEFORE_EPOCH, 7);
    }

    @Override
    LocalDateTime start(long number) {
      return LocalDate.ofEpochDay(number * 7 - DAYS_BEFORE_EPOCH).atStartOfDay();
    }
  },

  MONTH(Duration.ofDays(31)) {
    @Override
    long number(LocalDateTime time) {
      return time.getYear() * 12L + time.getMonthValue() - 1;
    }

    @Override
    LocalDateTime start(long number) {
      int year = Math.toIntExact(Math.floorDiv(number, 12L));
      return LocalDate.of(year, Math.floorMod(number, 12) + 1, 1).atStartOfDay();
    }
  },

  QUARTER(Duration.ofDays(92)) {
    @Override
    long number(LocalDateTime time) {
      return Math.floorDiv(MONTH.number(time), 3);
    }

    @Override
    LocalDateTime start(long number) {
      return MONTH.start(number * 3);
    }
  },

  YEAR(Duration.ofDays(366)) {
    @Override
    long number(LocalDateTime time) {
      return time.getYear();
    }

    @Override
    LocalDateTime start(long number) {
      return MONTH.start(number * 12);
    }
  };

  private static final int HOURS = 24;

  /** 1 January 1970 was a Thursday. */
  private static final int DAYS_BEFORE_EPOCH = 3;

  private final Duration longest;

  CalendarUnit(Duration longest) {
    this.longest = longest;
  }

  /** The number of the period in which that time lies. */
  abstract long number(LocalDateTime time);

  /** Where the period of that number begins. */
  abstract LocalDateTime start(long number);

  /** Whether each of its periods is made of whole periods of the other kind. */
  boolean consistsOf(CalendarUnit smaller) {
    boolean weeks = smaller == WEEK;
    return smaller.ordinal() < ordinal() && !weeks;
  }

  /** The longest such period, but for clock changes. */
  Duration longest() {
    return longest;
  }

  /** The unit's word, in lower case. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The unit of that word, singular or plural, in lower case. */
  static Optional<CalendarUnit> named(String word) {
    for (CalendarUnit unit : values()) {
      if (word.equals(unit.word()) || word.equals(unit.word() + "s")) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }
}
