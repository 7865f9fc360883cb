package org.moderato.strategy.time;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one window cell: takes the options off its end, then reads what is left. */
final class WindowParser {

  private static final Pattern CALENDAR = Pattern.compile("(?:(\\d{1,9}) )?calendar ([a-z]+)");

  private final String text;
  private final List<String> words;
  private boolean inclusive;
  private @Nullable DayOfWeek from;
  private @Nullable ZoneId zone;

  WindowParser(String text) {
    this.text = text.strip();
    this.words = new ArrayList<>(List.of(CellText.tidy(text).split(" ")));
  }

  /** See {@link Window#parse}. */
  Window window() {
    boolean more = true;
    while (more) {
      more = takeOption();
    }
    String rest = String.join(" ", words);
    Matcher calendar = CALENDAR.matcher(rest);
    Optional<CalendarUnit> unit =
        calendar.matches() ? CalendarUnit.named(calendar.group(2)) : Optional.empty();
    if (unit.isPresent()) {
      return calendar(unit.get(), calendar.group(1));
    }
    if (rest.equals("ever")) {
      refuse(inclusive || from != null, "ever has neither a beginning nor an end; write just ever");
      return new Window.Ever();
    }
    Span span = Span.read(rest).orElseThrow(this::notAWindow);
    refuse(
        from != null,
        "only a calendar week can begin on a weekday, such as calendar week from Sunday");
    return new Window.Rolling(span, inclusive, zone);
  }

  private Window calendar(CalendarUnit unit, @Nullable String count) {
    refuse(inclusive, "only a duration such as 7 days can be inclusive");
    DayOfWeek first = from == null ? DayOfWeek.MONDAY : from;
    return new Window.Calendar(unit, count == null ? 1 : Integer.parseInt(count), first, zone);
  }

  private boolean takeOption() {
    int last = words.size() - 1;
    if (!inclusive && words.get(last).equals("inclusive")) {
      inclusive = true;
      words.remove(last);
      return !words.isEmpty();
    }
    if (last < 1) {
      return false;
    }
    String option = words.get(last - 1);
    String value = words.get(last);
    if (option.equals("in") && zone == null) {
      zone = CellText.zone(value);
    } else if (option.equals("from") && from == null) {
      from = CellText.weekday(value).orElseThrow(() -> notAWeekday(value));
    } else {
      return false;
    }
    words.subList(last - 1, last + 1).clear();
    return !words.isEmpty();
  }

  private void refuse(boolean wrong, String expected) {
    if (wrong) {
      throw new IllegalArgumentException("\"" + text + "\" is not a window; " + expected);
    }
  }

  private IllegalArgumentException notAWindow() {
    return new IllegalArgumentException(
        "\""
            + text
            + "\" is not a window; write a duration such as 7 days, or calendar week,"
            + " 7 calendar days or ever");
  }

  private static IllegalArgumentException notAWeekday(String word) {
    return new IllegalArgumentException(
        "\"" + word + "\" is not a weekday; write one such as Sunday");
  }
}
