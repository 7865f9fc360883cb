package org.moderato.strategy.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Predicate;

/** Schedules once more, for tests: on the minutes of a day, from the text alone. */
final class WallReference {

  private WallReference() {}

  /** The schedule of a text such as {@code Mon-Fri, not holiday 21:00-09:00 inclusive}. */
  static Schedule schedule(String text) {
    int time = timeIndex(text);
    return new Schedule(Days.parse(text.substring(0, time)), TimeRange.parse(text.substring(time)));
  }

  /** Whether that schedule covers the instant. */
  static boolean covers(String text, Instant instant, ZoneId zone, Predicate<LocalDate> holiday) {
    int time = timeIndex(text);
    String days = text.substring(0, time).strip();
    int start = minutes(text.substring(time, time + 5));
    int end = minutes(text.substring(time + 6, time + 11)) + (text.endsWith("inclusive") ? 1 : 0);
    ZonedDateTime shown = instant.atZone(zone);
    int now = shown.getHour() * 60 + shown.getMinute();
    boolean today = includes(days, shown.toLocalDate(), holiday);
    boolean yesterday = includes(days, shown.toLocalDate().minusDays(1), holiday);
    if (start < end) {
      return today && start <= now && now < end;
    }
    return today && start <= now || yesterday && now < end;
  }

  private static boolean includes(String days, LocalDate day, Predicate<LocalDate> holiday) {
    int weekday = day.getDayOfWeek().getValue();
    return switch (days) {
      case "Mon-Sun" -> true;
      case "Mon-Fri" -> weekday <= 5;
      case "Sat" -> weekday == 6;
      case "Sun" -> weekday == 7;
      case "Fri-Mon" -> weekday >= 5 || weekday == 1;
      case "holiday" -> holiday.test(day);
      case "Mon-Fri, not holiday" -> weekday <= 5 && !holiday.test(day);
      case "Sat, Sun, holiday" -> weekday >= 6 || holiday.test(day);
      default -> throw new IllegalArgumentException(days);
    };
  }

  private static int timeIndex(String text) {
    return text.indexOf(':') - 2;
  }

  private static int minutes(String time) {
    return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
  }
}
