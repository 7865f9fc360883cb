package org.moderato.strategy.time;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stretch of time over which contacts are counted together, as written in a cell. {@link
 * Occupancy} counts.
 */
public sealed interface Window {

  /**
   * Reads a cell: {@code 7 days} or {@code 7 days inclusive} (rolling), {@code calendar week},
   * {@code 7 calendar days}, {@code ever}. It may end with {@code from Sunday} (calendar weeks
   * only) and with {@code in UTC} or another zone. {@link #toString()} of a window reads back.
   *
   * @throws IllegalArgumentException if it is anything else; the message is for the person at the
   *     cell
   */
  static Window parse(String text) {
    return new WindowParser(text).window();
  }

  /** How far back from its last instant a window can reach, at most; empty: without end. */
  Optional<Duration> lookback();

  /**
   * Whether contacts that share a window of the other kind always share one of this kind. False
   * where that depends on the calendar.
   *
   * @param historyKept how far back {@code ever} reaches
   */
  default boolean covers(Window other, Duration historyKept) {
    if (equals(other)) {
      return true;
    }
    if (this instanceof Ever) {
      return other.lookback().filter(back -> back.compareTo(historyKept) <= 0).isPresent();
    }
    if (this instanceof Rolling one && other instanceof Rolling two) {
      return one.covers(two);
    }
    return this instanceof Calendar one && other instanceof Calendar two && one.covers(two);
  }

  /**
   * A window that moves with the instant: {@code (t - span, t]}.
   *
   * @param span its length, more than 0
   * @param inclusive whether {@code t - span} belongs to it too
   * @param zone where months are counted; null: the customer's zone
   */
  record Rolling(Span span, boolean inclusive, @Nullable ZoneId zone) implements Window {

    public Rolling {
      if (span.isZero()) {
        throw new IllegalArgumentException(
            "a window of " + span + " holds nothing; write at least 1 minute, or 7 days");
      }
    }

    private boolean covers(Rolling other) {
      boolean sameZone = span.months() == 0 || Objects.equals(zone, other.zone);
      boolean reaches = inclusive || !other.inclusive || !other.span.covers(span);
      return span.covers(other.span) && sameZone && reaches;
    }

    /** History after {@code t - lookback}, without that instant, is enough to know. */
    @Override
    public Optional<Duration> lookback() {
      return Optional.of(inclusive ? span.longest().plus(1, MICROS) : span.longest());
    }

    @Override
    public String toString() {
      return span + (inclusive ? " inclusive" : "") + suffix(zone);
    }
  }

  /**
   * The calendar period in which an instant lies, or {@code count} periods in a row of which that
   * is the last.
   *
   * @param unit the kind of period
   * @param count how many; at least 1, and at most 1000 years
   * @param from the first day of the week; Monday for all units but weeks
   * @param zone whose calendar; null: the customer's zone
   */
  record Calendar(CalendarUnit unit, int count, DayOfWeek from, @Nullable ZoneId zone)
      implements Window {

    /** Clock changes make days up to two hours longer. */
    private static final Duration CLOCK_CHANGE = Duration.ofHours(2);

    public Calendar {
      if (count < 1 || unit.longest().multipliedBy(count).compareTo(Span.MAX) > 0) {
        throw new IllegalArgumentException(
            "a window of "
                + (count + " calendar " + unit.word() + "s")
                + " is not possible; write 1 to 1000 years, such as 7 calendar days");
      }
      if (from != DayOfWeek.MONDAY && unit != CalendarUnit.WEEK) {
        throw new IllegalArgumentException(
            "only a calendar week can begin on a weekday, such as calendar week from Sunday");
      }
    }

    private boolean covers(Calendar other) {
      boolean sameDays = Objects.equals(zone, other.zone) && from == other.from;
      boolean sameUnit = unit == other.unit && count >= other.count;
      boolean whole = other.count == 1 && unit.consistsOf(other.unit);
      return Objects.equals(zone, other.zone) && whole || sameDays && sameUnit;
    }

    @Override
    public Optional<Duration> lookback() {
      return Optional.of(unit.longest().multipliedBy(count).plus(CLOCK_CHANGE));
    }

    @Override
    public String toString() {
      String periods =
          count == 1 ? "calendar " + unit.word() : count + " calendar " + unit.word() + "s";
      String begin = from == DayOfWeek.MONDAY ? "" : " from " + CellText.name(from);
      return periods + begin + suffix(zone);
    }
  }

  /** All contacts, past and planned. */
  record Ever() implements Window {

    @Override
    public Optional<Duration> lookback() {
      return Optional.empty();
    }

    @Override
    public String toString() {
      return "ever";
    }
  }

  private static String suffix(@Nullable ZoneId zone) {
    return zone == null ? "" : " in " + zone.getId();
  }
}
