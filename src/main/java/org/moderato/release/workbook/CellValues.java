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

  private static final Map<Class<?>, Function<GridCell, Object>> READERS =
      Map.ofEntries(
          Map.entry(String.class, GridCell::text),
          Map.entry(Integer.class, CellValues::integer),
          Map.entry(Long.class, cell -> (long) integer(cell)),
          Map.entry(Double.class, CellValues::number),
          Map.entry(BigDecimal.class, cell -> BigDecimal.valueOf(number(cell))),
          Map.entry(Boolean.class, CellValues::yesNo),
          Map.entry(LocalDate.class, CellValues::date),
          Map.entry(LocalTime.class, CellValues::time),
          Map.entry(ZoneId.class, CellValues::zone),
          Map.entry(List.class, cell -> CellLists.list(cell.text())),
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

  private static int integer(GridCell cell) {
    double number = number(cell);
    if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(cell.text() + " is not a whole number");
    }
    if (number < 0) {
      throw new IllegalArgumentException(cell.text() + " is less than 0");
    }
    return (int) number;
  }

  private static double number(GridCell cell) {
    if (cell.value() instanceof Double number) {
      return number;
    }
    boolean looksLikeOne = cell.text().matches("-?\\d+([.,]\\d+)?");
    String hint = looksLikeOne ? "; it is text, type the number again" : "";
    throw new IllegalArgumentException("\"" + cell.text() + "\" is not a number" + hint);
  }

  static boolean yesNo(GridCell cell) {
    if (cell.value() instanceof Boolean value) {
      return value;
    }
    return switch (Names.word(cell.text())) {
      case "yes", "true", "x", "on" -> true;
      case "no", "false", "off" -> false;
      default ->
          throw new IllegalArgumentException("\"" + cell.text() + "\" is neither yes nor no");
    };
  }

  static LocalDate date(GridCell cell) {
    if (cell.value() instanceof LocalDateTime time) {
      if (time.toLocalTime().toSecondOfDay() != 0) {
        throw new IllegalArgumentException(time + " holds a time of day; write a date only");
      }
      return time.toLocalDate();
    }
    try {
      return LocalDate.parse(cell.text());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "\"" + cell.text() + "\" is not a date; write one such as 2026-11-22", e);
    }
  }

  private static LocalTime time(GridCell cell) {
    if (cell.value() instanceof LocalDateTime time) {
      return time.toLocalTime();
    }
    try {
      return LocalTime.parse(cell.text());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "\"" + cell.text() + "\" is not a time of day; write one such as 21:00", e);
    }
  }

  static ZoneId zone(GridCell cell) {
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
      return Waiting.fixed(Span.parse(text.substring("wait ".length())));
    }
    throw new IllegalArgumentException(
        "\"" + cell.text() + "\" is not known; write wait, wait 1 day or suppress");
  }

  private static Object constant(GridCell cell, Class<?> type) {
    return Stream.of(type.getEnumConstants())
        .filter(constant -> Names.key(constant.toString()).equals(Names.key(cell.text())))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\"" + cell.text() + "\" is not known; write one of " + constants(type)));
  }

  private static String constants(Class<?> type) {
    return Stream.of(type.getEnumConstants())
        .map(constant -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
        .collect(Collectors.joining(", "));
  }
}
