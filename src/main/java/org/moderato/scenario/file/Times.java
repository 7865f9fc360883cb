package org.moderato.scenario.file;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.moderato.strategy.time.Span;

/**
 * Reads the times of a scenario: {@code 2026-11-20T15:40} on the customer's clock, the same with an
 * offset, {@code 2026-11-20}, or relative to now: {@code -5h30m}, {@code +1 day}, {@code -1 month},
 * {@code now}. A day is 24 hours, as in cells.
 */
final class Times {

  private static final Pattern COMPACT =
      Pattern.compile("(?:(\\d+)w)?(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s)?");
  private static final Duration[] UNITS = {
    Duration.ofDays(7),
    Duration.ofDays(1),
    Duration.ofHours(1),
    Duration.ofMinutes(1),
    Duration.ofSeconds(1)
  };

  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("3000-01-01T00:00:00Z");

  private static final String ABSOLUTE =
      "write a time such as 2026-11-20T15:40 or 2026-11-20T15:40:00Z";
  private static final String ANY = ABSOLUTE + ", or one from now such as -5h30m or +1 day";

  private final ZoneId zone;
  private final Instant now;

  /**
   * @param zone whose clock times without offset are read on
   * @param now what relative times are relative to
   */
  Times(ZoneId zone, Instant now) {
    this.zone = zone;
    this.now = now;
  }

  ZoneId zone() {
    return zone;
  }

  Instant now() {
    return now;
  }

  /**
   * @throws IllegalArgumentException if it is no time, or a time that the clock skipped; with words
   *     for the person at the file
   */
  Instant parse(String text) {
    try {
      return possible(text, read(text.strip()));
    } catch (DateTimeException | ArithmeticException e) {
      throw tooFar(text);
    }
  }

  private Instant read(String tidy) {
    if (tidy.equalsIgnoreCase("now")) {
      return now;
    }
    if (tidy.startsWith("-")) {
      return shift(tidy.substring(1).strip(), false);
    }
    if (tidy.startsWith("+")) {
      return shift(tidy.substring(1).strip(), true);
    }
    return read(tidy, zone, ANY);
  }

  /** A length of time such as {@code 2 hours}, {@code 1 month} or {@code 5h30m}. */
  static Span span(String text) {
    String tidy = text.strip();
    Matcher compact = COMPACT.matcher(tidy);
    // More digits than a number can have are for the other reader to refuse.
    if (tidy.isEmpty() || tidy.matches(".*\\d{9}.*") || !compact.matches()) {
      return Span.parse(tidy);
    }
    Duration sum = Duration.ZERO;
    for (int unit = 0; unit < UNITS.length; unit++) {
      String amount = compact.group(unit + 1);
      sum = amount == null ? sum : sum.plus(UNITS[unit].multipliedBy(Integer.parseInt(amount)));
    }
    return Span.of(sum);
  }

  private Instant shift(String text, boolean ahead) {
    Span span = span(text);
    return ahead ? span.after(now, zone) : span.before(now, zone);
  }

  /** A time that does not depend on now. */
  static Instant absolute(String text, ZoneId zone) {
    return possible(text, read(text, zone, ABSOLUTE));
  }

  private static Instant possible(String text, Instant time) {
    if (time.isBefore(FIRST) || !time.isBefore(LAST)) {
      throw tooFar(text);
    }
    return time;
  }

  private static IllegalArgumentException tooFar(String text) {
    return new IllegalArgumentException("\"" + text + "\" is not in the years 1900 to 2999");
  }

  private static Instant read(String text, ZoneId zone, String forms) {
    String iso = text.strip().replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T");
    try {
      if (iso.matches("\\d{4}-\\d{2}-\\d{2}")) {
        return LocalDate.parse(iso).atStartOfDay(zone).toInstant();
      }
      if (iso.matches(".*T.*(Z|[+-]\\d{2}:?\\d{2})")) {
        return OffsetDateTime.parse(iso).toInstant();
      }
      return local(LocalDateTime.parse(iso), zone);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("\"" + text + "\" is no time; " + forms, e);
    }
  }

  private static Instant local(LocalDateTime time, ZoneId zone) {
    if (zone.getRules().getValidOffsets(time).isEmpty()) {
      throw new IllegalArgumentException(
          time + " does not exist in " + zone + ": clocks go forward then; add an offset");
    }
    return time.atZone(zone).toInstant();
  }
}
