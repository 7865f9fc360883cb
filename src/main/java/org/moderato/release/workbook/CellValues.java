package org.moderato.release.workbook;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.moderato.strategy.Names;
import org.moderato.strategy.table.Waiting;
import org.moderato.strategy.time.Days;
import org.moderato.strategy.time.Span;
import org.moderato.strategy.time.TimeRange;
import org.moderato.strategy.time.Window;

/**
 * Reads a cell as the type of its field. Every method throws {@link IllegalArgumentException} with
 * words for the person at the cell.
 */
final class CellValues {

  /** Beyond this a cell's number does not hold every whole number any more. */
  private static final long MAX_WHOLE = 1L << 53;

  private static final Set<String> NO = Set.of("no", "false", "off");

  private static final Map<Class<?>, Function<GridCell, Object>> READERS =
      Map.ofEntries(
          Map.entry(String.class, CellValues::text),
          Map.entry(Integer.class, cell -> (int) whole(cell, Integer.MAX_VALUE)),
          Map.entry(Long.class, cell -> whole(cell, MAX_WHOLE)),
          Map.entry(Double.class, CellValues::number),
          Map.entry(BigDecimal.class, cell -> BigDecimal.valueOf(number(cell))),
          Map.entry(Boolean.class, CellValues::yesNo),
          Map.entry(LocalDate.class, CellValues::date),
          Map.entry(LocalTime.class, CellValues::time),
          Map.entry(ZoneId.class, CellValues::zone),
          Map.entry(List.class, CellValues::list),
          Map.entry(Span.class, cell -> Span.parse(words(cell, "a duration such as 7 days"))),
          Map.entry(Window.class, cell -> Window.parse(words(cell, "a window such as 7 days"))),
          Map.entry(
              TimeRange.class, cell -> TimeRange.parse(words(cell, "times such as 21:00-09:00"))),
          Map.entry(Days.class, cell -> Days.parse(words(cell, "days such as Mon-Fri"))),
          Map.entry(Waiting.class, CellValues::waiting));

  private CellValues() {}

  static Object read(GridCell cell, Class<?> type) {
    Function<GridCell, Object> reader = READERS.get(type);
    return reader != null ? reader.apply(cell) : constant(cell, type);
  }

  /** Text; a number by its value, as in a template named 2024. */
  static String text(GridCell cell) {
    if (cell.kind() == GridCell.Kind.DATE) {
      throw new IllegalArgumentException(
          "The cell holds the date "
              + cell.text()
              + ", but text is expected; give the cell the format Text and type it again");
    }
    return cell.text();
  }

  static List<String> list(GridCell cell) {
    return CellLists.list(text(cell));
  }

  private static long whole(GridCell cell, long most) {
    double number = number(cell);
    if (number != Math.rint(number)) {
      throw new IllegalArgumentException(cell.text() + " is not a whole number");
    }
    if (number < 0) {
      throw new IllegalArgumentException(cell.text() + " is less than 0");
    }
    if (number > most) {
      throw new IllegalArgumentException(cell.text() + " is more than " + most);
    }
    return (long) number;
  }

  private static double number(GridCell cell) {
    if (cell.value() instanceof Double number) {
      return number;
    }
    boolean looksLikeOne = cell.text().matches("-?\\d+([.,]\\d+)?");
    String hint = looksLikeOne ? "; it is text, type the number again" : "; write one such as 3";
    throw new IllegalArgumentException("\"" + cell.text() + "\" is not a number" + hint);
  }

  static boolean yesNo(GridCell cell) {
    if (cell.value() instanceof Boolean value) {
      return value;
    }
    if (isNo(cell)) {
      return false;
    }
    return switch (Names.word(cell.text())) {
      case "yes", "true", "x", "on" -> true;
      default ->
          throw new IllegalArgumentException(
              "\"" + cell.text() + "\" is neither yes nor no; write one of them");
    };
  }

  static boolean isNo(GridCell cell) {
    return NO.contains(Names.word(cell.text()));
  }

  static LocalDate date(GridCell cell) {
    if (cell.value() instanceof LocalDateTime time) {
      if (!time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
        throw new IllegalArgumentException(cell.text() + " holds a time of day; write a date only");
      }
      return time.toLocalDate();
    }
    return date(cell.text());
  }

  static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a date; write one such as 2026-11-22", e);
    }
  }

  private static LocalTime time(GridCell cell) {
    if (cell.value() instanceof LocalDateTime time) {
      if (!cell.isTimeOfDay()) {
        throw new IllegalArgumentException(cell.text() + " holds a date; write a time only");
      }
      return time.toLocalTime();
    }
    return TimeRange.parseTime(cell.text());
  }

  static ZoneId zone(GridCell cell) {
    for (String id : ZoneId.getAvailableZoneIds()) {
      if (id.equalsIgnoreCase(cell.text())) {
        return ZoneId.of(id);
      }
    }
    try {
      return ZoneId.of(cell.text());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "\"" + cell.text() + "\" is not a time zone; write one such as Europe/Berlin", e);
    }
  }

  private static String words(GridCell cell, String expected) {
    if (cell.kind() != GridCell.Kind.TEXT) {
      throw new IllegalArgumentException(cell.text() + " alone is not enough; write " + expected);
    }
    return cell.text();
  }

  static Waiting waiting(GridCell cell) {
    String text = Names.word(cell.text());
    if (text.equals("wait")) {
      return Waiting.EARLIEST;
    }
    if (text.equals("suppress")) {
      return Waiting.SUPPRESS;
    }
    if (text.startsWith("wait ")) {
      return Waiting.fixed(positive(Span.parse(text.substring("wait ".length()))));
    }
    throw new IllegalArgumentException(
        "\"" + cell.text() + "\" is not known; write wait, wait 1 day or suppress");
  }

  /** A wait of nothing would have a message come back at once, again and again. */
  static Span positive(Span span) {
    if (span.isZero()) {
      throw new IllegalArgumentException("a wait of " + span + " is none; write 1 day, or more");
    }
    return span;
  }

  private static Object constant(GridCell cell, Class<?> type) {
    Object[] constants = type.getEnumConstants();
    if (constants == null) {
      throw new IllegalArgumentException("no cell can hold a " + type.getSimpleName());
    }
    return Stream.of(constants)
        .filter(constant -> Names.key(constant.toString()).equals(Names.key(cell.text())))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\"" + cell.text() + "\" is not known; write one of " + inWords(constants)));
  }

  private static String inWords(Object[] constants) {
    return Stream.of(constants)
        .map(constant -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
        .collect(Collectors.joining(", "));
  }
}
