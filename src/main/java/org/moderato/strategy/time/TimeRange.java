package org.moderato.strategy.time;

import static java.time.LocalTime.MIDNIGHT;
import static java.time.temporal.ChronoUnit.MINUTES;

import java.time.Duration;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of the day on a clock on the wall. One whose end isn't after its start runs over midnight
 * and belongs to the day on which it starts. From midnight to midnight is the whole day; otherwise
 * start and end differ.
 *
 * @param start the first time that belongs to it
 * @param end the first time that no longer does; midnight is the end of the day
 * @param inclusive whether the whole minute that begins at {@code end} belongs to it too
 */
public record TimeRange(LocalTime start, LocalTime end, boolean inclusive) {

  private static final Pattern FORM =
      Pattern.compile("([\\d:]+) ?(?:-|\u2010|\u2011|\u2013|\u2014|to) ?([\\d:]+)( inclusive)?");
  private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})(?::00)?");
  private static final long DAY = 24 * 60 * 60 * 1_000_000_000L;

  public TimeRange {
    boolean wholeDay = start.equals(MIDNIGHT) && !inclusive;
    if (start.equals(end) && !wholeDay) {
      throw new IllegalArgumentException(
          "a range can't end when it starts, at "
              + start
              + "; write 00:00-24:00 for the whole day, or another end");
    }
  }

  /**
   * Reads a cell such as {@code 21:00-09:00}, {@code 00:00-24:00} (the whole day) or {@code 09:00
   * to 13:00 inclusive} (runs through 13:00:59.999999).
   *
   * @throws IllegalArgumentException if it is anything else; the message is for the person at the
   *     cell
   */
  public static TimeRange parse(String text) {
    Matcher form = FORM.matcher(CellText.tidy(text));
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "\"" + text.strip() + "\" is not a range of times; write one such as 21:00-09:00");
    }
    boolean midnightTwice = isMidnight(form.group(1)) && isMidnight(form.group(2));
    if (midnightTwice && !form.group(2).startsWith("24")) {
      throw new IllegalArgumentException(
          "\"" + text.strip() + "\" ends when it starts; write 00:00-24:00 for the whole day");
    }
    boolean inclusive = form.group(3) != null && !midnightTwice;
    return new TimeRange(parseTime(form.group(1)), parseEnd(form.group(2)), inclusive);
  }

  /**
   * Reads a time of day such as {@code 21:00} or {@code 9:30}.
   *
   * @throws IllegalArgumentException if it is anything else; the message is for the person at the
   *     cell
   */
  public static LocalTime parseTime(String text) {
    Matcher form = TIME.matcher(CellText.tidy(text));
    if (form.matches()) {
      int hour = Integer.parseInt(form.group(1));
      int minute = Integer.parseInt(form.group(2));
      if (hour < 24 && minute < 60) {
        return LocalTime.of(hour, minute);
      }
    }
    throw new IllegalArgumentException(
        "\"" + text.strip() + "\" is not a time of day; write one such as 09:00 or 21:30");
  }

  /** How long the range lasts on the wall: more than nothing, at most a day. */
  public Duration length() {
    return Duration.ofNanos(lengthNanos());
  }

  /** Whether the other range, begun on the same day, lies within this one. */
  boolean covers(TimeRange other) {
    long end = startNanos() + lengthNanos();
    return startNanos() <= other.startNanos() && other.startNanos() + other.lengthNanos() <= end;
  }

  /** Time of day from midnight on at which the range begins, in nanoseconds. */
  long startNanos() {
    return start.toNanoOfDay();
  }

  /** How long the range lasts on the wall, in nanoseconds; more than 0, at most a day. */
  long lengthNanos() {
    LocalTime excluded = inclusive ? end.truncatedTo(MINUTES).plusMinutes(1) : end;
    long length = Math.floorMod(excluded.toNanoOfDay() - start.toNanoOfDay(), DAY);
    return length == 0 ? DAY : length;
  }

  @Override
  public String toString() {
    String last = end.equals(MIDNIGHT) ? "24:00" : end.toString();
    return start + "-" + last + (inclusive ? " inclusive" : "");
  }

  private static LocalTime parseEnd(String text) {
    return isEndOfDay(text) ? MIDNIGHT : parseTime(text);
  }

  private static boolean isMidnight(String text) {
    return isEndOfDay(text) || text.matches("0?0:00(:00)?");
  }

  private static boolean isEndOfDay(String text) {
    return text.matches("24:00(:00)?");
  }
}
