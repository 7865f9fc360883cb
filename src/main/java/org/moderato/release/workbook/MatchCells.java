package org.moderato.release.workbook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Names;
import org.moderato.strategy.table.Attribute;
import org.moderato.strategy.table.Between;
import org.moderato.strategy.table.ValueMatch;

/**
 * Reads cells of match columns: {@code a, b}, {@code not a, b}, {@code >= 18}, {@code 18 to 65},
 * {@code any}. Every method throws {@link IllegalArgumentException} with words for the person at
 * the cell.
 */
final class MatchCells {

  private static final String ANY = "any";
  private static final Pattern NOT = Pattern.compile("(?is)not(?:\\s+(.+))?");
  private static final String NUMBER = "(-?\\d{1,15}(?:\\.\\d{1,10})?)";
  private static final Pattern COMPARISON =
      Pattern.compile("(>=|<=|\u2265|\u2264|>|<|=)?\\s*" + NUMBER);
  private static final Pattern RANGE = Pattern.compile(NUMBER + "\\s*(?:to|-|\u2013)\\s*" + NUMBER);

  private MatchCells() {}

  /**
   * What a cell accepts.
   *
   * @param match what it accepts
   * @param written its words as they were written, to be checked against a vocabulary; empty for
   *     numbers, dates, yes and no
   */
  record Matched(ValueMatch match, List<String> written) {

    private static final Matched ANYTHING = new Matched(ValueMatch.ANY, List.of());
  }

  static Matched read(GridCell cell, Attribute.Type type) {
    if (isAny(cell.text())) {
      return Matched.ANYTHING;
    }
    return switch (type) {
      case TEXT -> words(CellValues.text(cell));
      case NUMBER -> new Matched(numbers(cell), List.of());
      case BOOLEAN ->
          new Matched(anyOf(List.of(String.valueOf(CellValues.yesNo(cell)))), List.of());
      case DATE -> new Matched(dates(cell), List.of());
    };
  }

  private static boolean isAny(String text) {
    return text.equalsIgnoreCase(ANY);
  }

  static Matched words(String text) {
    Matcher not = NOT.matcher(text);
    boolean isNot = not.matches();
    if (isNot && not.group(1) == null) {
      throw new IllegalArgumentException("\"not\" alone says nothing; write not a, b");
    }
    List<String> words = CellLists.list(isNot ? not.group(1) : text);
    if (words.stream().anyMatch(MatchCells::isAny)) {
      throw new IllegalArgumentException("\"" + text + "\" mixes any with other words");
    }
    return new Matched(isNot ? new ValueMatch.NoneOf(keys(words)) : anyOf(words), words);
  }

  private static ValueMatch anyOf(List<String> words) {
    return new ValueMatch.AnyOf(keys(words));
  }

  private static Set<String> keys(List<String> words) {
    return words.stream().map(Names::word).collect(Collectors.toSet());
  }

  private static ValueMatch dates(GridCell cell) {
    if (cell.kind() == GridCell.Kind.DATE) {
      return anyOf(List.of(CellValues.date(cell).toString()));
    }
    Matched days = words(cell.text());
    days.written().forEach(CellValues::date);
    return days.match();
  }

  /** A number, a range of numbers, or some numbers. */
  static ValueMatch numbers(GridCell cell) {
    if (cell.value() instanceof Double number) {
      return equalTo(BigDecimal.valueOf(number));
    }
    String tidy = cell.text().toLowerCase(Locale.ROOT);
    Matcher range = RANGE.matcher(tidy);
    if (cell.kind() == GridCell.Kind.TEXT && range.matches()) {
      return between(new BigDecimal(range.group(1)), new BigDecimal(range.group(2)), tidy);
    }
    Matcher comparison = COMPARISON.matcher(tidy);
    if (cell.kind() != GridCell.Kind.TEXT) {
      throw notNumbers(cell);
    }
    if (!comparison.matches()) {
      return listed(cell);
    }
    return compare(comparison.group(1), new BigDecimal(comparison.group(2)));
  }

  /** {@code 1, 2}, or {@code not 1, 2}. */
  private static ValueMatch listed(GridCell cell) {
    Matched words = words(cell.text());
    Set<String> numbers =
        words.written().stream()
            .map(word -> number(word).orElseThrow(() -> notNumbers(cell)))
            .map(ValueMatch::word)
            .collect(Collectors.toSet());
    return words.match() instanceof ValueMatch.NoneOf
        ? new ValueMatch.NoneOf(numbers)
        : new ValueMatch.AnyOf(numbers);
  }

  private static Optional<BigDecimal> number(String word) {
    Matcher number = COMPARISON.matcher(word);
    return number.matches() && number.group(1) == null
        ? Optional.of(new BigDecimal(number.group(2)))
        : Optional.empty();
  }

  private static IllegalArgumentException notNumbers(GridCell cell) {
    return new IllegalArgumentException(
        "\"" + cell.text() + "\" is not a number or range; write 7, >= 18, 18 to 65 or 1, 2");
  }

  private static ValueMatch equalTo(BigDecimal n) {
    return new Between(n, true, n, true);
  }

  private static ValueMatch between(BigDecimal from, BigDecimal to, String text) {
    if (from.compareTo(to) > 0) {
      throw new IllegalArgumentException("\"" + text + "\" begins after its end");
    }
    return new Between(from, true, to, true);
  }

  private static ValueMatch compare(@Nullable String sign, BigDecimal n) {
    if (sign == null) {
      return equalTo(n);
    }
    return switch (sign) {
      case ">=", "\u2265" -> new Between(n, true, null, false);
      case "<=", "\u2264" -> new Between(null, false, n, true);
      case ">" -> new Between(n, false, null, false);
      case "<" -> new Between(null, false, n, false);
      default -> equalTo(n);
    };
  }
}
