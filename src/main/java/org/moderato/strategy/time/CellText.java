package org.moderato.strategy.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Words that several kinds of cells share. Case and blanks never matter. */
final class CellText {

  /** Copied cells often hold no-break spaces, which {@link String#strip} leaves. */
  private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  private static final int SHORTEST_WEEKDAY = 3;

  private CellText() {}

  /** The text in lower case, without blanks around it, and with single ones inside. */
  static String tidy(String text) {
    return BLANKS.matcher(text).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }

  /** The weekday of an English name or its beginning of at least three letters; lower case. */
  static Optional<DayOfWeek> weekday(String word) {
    if (word.length() < SHORTEST_WEEKDAY) {
      return Optional.empty();
    }
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().toLowerCase(Locale.ROOT).startsWith(word)) {
        return Optional.of(day);
      }
    }
    return Optional.empty();
  }

  /** A weekday as people write it: {@code Sunday}. */
  static String name(DayOfWeek day) {
    return day.name().charAt(0) + day.name().substring(1).toLowerCase(Locale.ROOT);
  }

  /**
   * The zone of that name.
   *
   * @throws IllegalArgumentException if there is no such zone
   */
  static ZoneId zone(String word) {
    for (String id : ZoneId.getAvailableZoneIds()) {
      if (id.equalsIgnoreCase(word)) {
        return ZoneId.of(id);
      }
    }
    try {
      return ZoneId.of(word.toUpperCase(Locale.ROOT));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "\"" + word + "\" is not a time zone; write one such as Europe/Berlin or UTC", e);
    }
  }
}
