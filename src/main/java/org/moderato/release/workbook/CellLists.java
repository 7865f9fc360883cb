package org.moderato.release.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Names;
import org.moderato.strategy.table.ValueMatch;

/** Reads lists and conditions as people write them into a cell. */
final class CellLists {

  private static final Pattern NOT = Pattern.compile("(?i)not\\s+(.+)");
  private static final Pattern COMPARISON =
      Pattern.compile("(>=|<=|>|<|=)?\\s*(-?\\d+(?:\\.\\d+)?)");
  private static final Pattern RANGE =
      Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\s*(?:to|-|\u2013)\\s*(-?\\d+(?:\\.\\d+)?)");

  private CellLists() {}

  /** {@code a, "b, c", d}: quotes stand around a comma that is part of a word. */
  static List<String> list(String text) {
    List<String> items = new ArrayList<>();
    StringBuilder item = new StringBuilder();
    boolean quoted = false;
    for (char c : text.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        addItem(items, item);
      } else {
        item.append(c);
      }
    }
    if (quoted) {
      throw new IllegalArgumentException("a quotation mark is missing in " + text);
    }
    addItem(items, item);
    return items;
  }

  private static void addItem(List<String> items, StringBuilder item) {
    String tidy = item.toString().strip();
    if (tidy.isEmpty()) {
      throw new IllegalArgumentException(
          "a word is missing beside a comma; write words such as a, b");
    }
    items.add(tidy);
    item.setLength(0);
  }

  /** What a match cell of words accepts: {@code a, b}, {@code not a, b}, {@code any}. */
  static ValueMatch words(String text) {
    if (text.strip().equalsIgnoreCase("any")) {
      return ValueMatch.ANY;
    }
    Matcher not = NOT.matcher(text.strip());
    return not.matches()
        ? new ValueMatch.NoneOf(keys(list(not.group(1))))
        : new ValueMatch.AnyOf(keys(list(text)));
  }

  /** The words of a match cell as they were written. */
  static List<String> written(String text) {
    if (text.strip().equalsIgnoreCase("any")) {
      return List.of();
    }
    Matcher not = NOT.matcher(text.strip());
    return list(not.matches() ? not.group(1) : text);
  }

  private static Set<String> keys(List<String> words) {
    return words.stream().map(Names::word).collect(Collectors.toSet());
  }

  /** What a match cell of numbers accepts: {@code 7}, {@code >= 18}, {@code 18 to 65}. */
  static ValueMatch numbers(String text) {
    String tidy = text.strip().toLowerCase(Locale.ROOT);
    if (tidy.equals("any")) {
      return ValueMatch.ANY;
    }
    Matcher range = RANGE.matcher(tidy);
    if (range.matches()) {
      return between(new BigDecimal(range.group(1)), new BigDecimal(range.group(2)), text);
    }
    Matcher comparison = COMPARISON.matcher(tidy);
    if (!comparison.matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a number or range; write 7, >= 18 or 18 to 65");
    }
    return compare(comparison.group(1), new BigDecimal(comparison.group(2)));
  }

  private static ValueMatch between(BigDecimal from, BigDecimal to, String text) {
    if (from.compareTo(to) > 0) {
      throw new IllegalArgumentException("\"" + text + "\" begins after its end");
    }
    return new ValueMatch.Between(from, true, to, true);
  }

  private static ValueMatch compare(@Nullable String sign, BigDecimal n) {
    if (sign == null || sign.equals("=")) {
      return new ValueMatch.Between(n, true, n, true);
    }
    boolean included = sign.endsWith("=");
    return sign.startsWith(">")
        ? new ValueMatch.Between(n, included, null, false)
        : new ValueMatch.Between(null, false, n, included);
  }
}
