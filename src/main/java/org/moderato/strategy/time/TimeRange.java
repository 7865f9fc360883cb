package org.moderato.strategy.time;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of the day on the wall clock. Its start belongs to it, its end does not. One that ends
 * at or before its start runs over midnight and belongs to the day on which it starts.
 *
 * @param start microseconds after midnight, 0 to less than a day
 * @param end microseconds after midnight, more than 0, at most a day
 */
public record TimeRange(long start, long end) {

  static final long MINUTE = 60_000_000L;
  static final long DAY = 24 * 60 * MINUTE;

  private static final Pattern TEXT =
      Pattern.compile("(\\d{1,2}):(\\d{2}) ?(?:-|\u2013|to) ?(\\d{1,2}):(\\d{2})( inclusive)?");

  public TimeRange {
    if (start < 0 || start >= DAY || end <= 0 || end > DAY) {
      throw new IllegalArgumentException("a time range lies between 00:00 and 24:00");
    }
    if (start == end) {
      throw new IllegalArgumentException(
          "a time range that ends when it starts is empty; for the whole day write 00:00-24:00");
    }
  }

  /**
   * Reads a cell: {@code 21:00-09:00}, {@code 00:00-24:00}, {@code 09:00 to 13:00 inclusive} (runs
   * through 13:00:59.999999).
   *
   * @throws IllegalArgumentException if it is anything else; the message is for the person at the
   *     cell
   */
  public static TimeRange parse(String text) {
    Matcher parts = TEXT.matcher(CellText.tidy(text));
    if (!parts.matches()) {
      throw wrong(text);
    }
    long start = time(parts.group(1), parts.group(2), text);
    long end = time(parts.group(3), parts.group(4), text);
    boolean inclusive = parts.group(5) != null;
    if (start == DAY) {
      throw wrong(text);
    }
    return new TimeRange(start, endOf(end, inclusive));
  }

  private static long endOf(long end, boolean inclusive) {
    if (inclusive) {
      return Math.min(end + MINUTE, DAY);
    }
    // Midnight as an end is the end of the day.
    return end == 0 ? DAY : end;
  }

  private static long time(String hours, String minutes, String text) {
    long time = (Long.parseLong(hours) * 60 + Long.parseLong(minutes)) * MINUTE;
    if (time > DAY || Integer.parseInt(minutes) > 59) {
      throw wrong(text);
    }
    return time;
  }

  private static IllegalArgumentException wrong(String text) {
    return new IllegalArgumentException(
        "\"" + text + "\" is not a time range; write two times such as 21:00-09:00");
  }

  boolean runsOverMidnight() {
    return end <= start;
  }

  @Override
  public String toString() {
    return clock(start) + "-" + clock(end);
  }

  private static String clock(long micros) {
    long minutes = micros / MINUTE;
    return "%02d:%02d".formatted(minutes / 60, minutes % 60);
  }
}
