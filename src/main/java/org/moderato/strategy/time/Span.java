package org.moderato.strategy.time;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A length of time as written in a cell. Up to weeks it is elapsed time: a day is 24 hours, however
 * the clocks change. Months and years are counted in the calendar of a zone. Spans are equal if
 * they mean the same: {@code 1 week} is {@code 7 days}, but {@code 1 month} isn't {@code 30 days}.
 */
public final class Span {

  /** So that every instant a span leads to can be counted in microseconds. */
  static final Duration MAX = Duration.ofDays(366_000);

  private static final Pattern FORM = Pattern.compile("(\\d+) ?(\\p{Alpha}+)");
  private static final int MAX_DIGITS = 15;
  private static final long MAX_MONTHS = 12_000;

  /** Norway's Troll station turns its clocks by two hours, nobody by more. */
  private static final Duration CLOCK_CHANGE = Duration.ofHours(2);

  private final long micros;
  private final long months;

  private Span(long micros, long months) {
    this.micros = micros;
    this.months = months;
  }

  /**
   * Reads a cell such as {@code 90 minutes}, {@code 16 hours}, {@code 7 days}, {@code 2 weeks},
   * {@code 1 month} or {@code 1 year}. The number is whole and may be 0.
   *
   * @throws IllegalArgumentException if it is anything else, or more than 1000 years; the message
   *     is for the person at the cell
   */
  public static Span parse(String text) {
    return read(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\""
                        + text.strip()
                        + "\" is not a duration; write a number and a unit, such as 7 days,"
                        + " 16 hours or 1 month"));
  }

  /** Elapsed time, cut to microseconds; 0 to 1000 years. */
  public static Span of(Duration duration) {
    if (duration.isNegative() || duration.compareTo(MAX) > 0) {
      throw new IllegalArgumentException("a span is 0 to 1000 years, not " + duration);
    }
    return new Span(TimeUnit.MICROSECONDS.convert(duration), 0);
  }

  /** As {@link #parse}, but empty if the text doesn't have the form of a duration. */
  static Optional<Span> read(String text) {
    Matcher form = FORM.matcher(CellText.tidy(text));
    Unit unit = form.matches() ? Unit.named(form.group(2)) : null;
    if (unit == null) {
      return Optional.empty();
    }
    String digits = form.group(1).replaceFirst("^0+(?=\\d)", "");
    if (digits.length() > MAX_DIGITS || Long.parseLong(digits) > unit.most()) {
      throw new IllegalArgumentException(
          "\"" + text.strip() + "\" is too long; a duration is at most 1000 years");
    }
    long amount = Long.parseLong(digits);
    return Optional.of(new Span(amount * unit.micros, amount * unit.months));
  }

  /** The instant that lies this span after {@code start}, by the calendar of {@code zone}. */
  public Instant after(Instant start, ZoneId zone) {
    if (months == 0) {
      return start.plus(micros, MICROS);
    }
    return start.atZone(zone).plusMonths(months).toInstant();
  }

  /** The instant that lies this span before {@code end}, by the calendar of {@code zone}. */
  public Instant before(Instant end, ZoneId zone) {
    if (months == 0) {
      return end.minus(micros, MICROS);
    }
    return end.atZone(zone).minusMonths(months).toInstant();
  }

  /** At least the time that elapses in this span, wherever in the calendar it lies. */
  public Duration longest() {
    if (months == 0) {
      return Duration.of(micros, MICROS);
    }
    return Duration.ofDays(months / 12 * 366 + months % 12 * 31).plus(CLOCK_CHANGE);
  }

  /** Whether it is never shorter than another one. False where that depends on the calendar. */
  public boolean covers(Span other) {
    return other.isZero()
        || (months == 0) == (other.months == 0) && months >= other.months && micros >= other.micros;
  }

  /** How long it is exactly; empty if it is counted in months. */
  public Optional<Duration> elapsed() {
    return months == 0 ? Optional.of(Duration.of(micros, MICROS)) : Optional.empty();
  }

  public boolean isZero() {
    return micros == 0 && months == 0;
  }

  /** Microseconds of elapsed time; 0 if the span is counted in months. */
  long micros() {
    return micros;
  }

  /** Calendar months; 0 if the span is elapsed time. */
  long months() {
    return months;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Span span && micros == span.micros && months == span.months;
  }

  @Override
  public int hashCode() {
    return Objects.hash(micros, months);
  }

  /** The span in the largest unit that has no rest; {@link #parse} reads it back. */
  @Override
  public String toString() {
    Unit unit = Unit.DAY;
    for (Unit candidate : Unit.values()) {
      if (candidate != Unit.WEEK && candidate.divides(this)) {
        unit = candidate;
      }
    }
    long amount = months == 0 ? micros / unit.micros : months / unit.months;
    return amount + " " + unit.word + (amount == 1 ? "" : "s");
  }

  private enum Unit {
    MICROSECOND(1, 0, "microsecond"),
    SECOND(1_000_000, 0, "second", "sec", "secs", "s"),
    MINUTE(60_000_000, 0, "minute", "min", "mins"),
    HOUR(3_600_000_000L, 0, "hour", "hr", "hrs", "h"),
    DAY(86_400_000_000L, 0, "day", "d"),
    WEEK(604_800_000_000L, 0, "week", "wk", "wks", "w"),
    MONTH(0, 1, "month"),
    YEAR(0, 12, "year", "yr", "yrs", "y");

    private final long micros;
    private final long months;
    private final String word;
    private final Set<String> shortForms;

    Unit(long micros, long months, String word, String... shortForms) {
      this.micros = micros;
      this.months = months;
      this.word = word;
      this.shortForms = Set.of(shortForms);
    }

    private static @Nullable Unit named(String name) {
      for (Unit unit : values()) {
        if (name.equals(unit.word)
            || name.equals(unit.word + "s")
            || unit.shortForms.contains(name)) {
          return unit;
        }
      }
      return null;
    }

    private long most() {
      return months == 0 ? TimeUnit.MICROSECONDS.convert(MAX) / micros : MAX_MONTHS / months;
    }

    private boolean divides(Span span) {
      if (span.isZero()) {
        return this == DAY;
      }
      return months == 0
          ? span.micros > 0 && span.micros % micros == 0
          : span.months > 0 && span.months % months == 0;
    }
  }
}
