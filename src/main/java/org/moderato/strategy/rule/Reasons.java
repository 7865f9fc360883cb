package org.moderato.strategy.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.table.Attribute;
import org.moderato.strategy.table.CountingRow;
import org.moderato.strategy.table.Level;
import org.moderato.strategy.table.Measure;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.ValueMatch;

/** Puts into words what a row found: {@code 3 promotion contacts in 7 days; at most 3}. */
final class Reasons {

  private Reasons() {}

  /** The facts, followed by the row's own words if it has some. */
  static String with(PolicyRow row, String facts) {
    String why = row.getHead().why();
    return why == null ? facts : facts + ". " + why;
  }

  /** {@code 3 promotion contacts in 7 days; at most 3}. */
  static String counts(PolicyRow row, Counted counted) {
    List<String> words = new ArrayList<>();
    words.add(amount(counted));
    if (row instanceof CountingRow counting) {
      words.addAll(labels(counting));
      words.add(noun(counted));
      if (counting.getLevel() != Level.CUSTOMER) {
        words.add("of the whole " + counting.getLevel().name().toLowerCase(Locale.ROOT));
      }
      if (!counting.getSame().isEmpty()) {
        words.add("with the same " + String.join(" and ", counting.getSame()));
      }
      if (counting.getWindow() != null) {
        words.add("in " + counting.getWindow());
      }
    } else {
      words.add(noun(counted));
    }
    return String.join(" ", words) + "; at most " + number(counted.getLimit().doubleValue());
  }

  private static String amount(Counted counted) {
    return counted.getMeasure() == Measure.WEIGHT
        ? number(counted.getWeight()) + " points of"
        : String.valueOf(counted.getCount());
  }

  private static String noun(Counted counted) {
    return counted.getMeasure() == Measure.CONTACTS && counted.getCount() == 1
        ? "contact"
        : "contacts";
  }

  private static List<String> labels(CountingRow row) {
    List<String> words = new ArrayList<>();
    for (String name : List.of("channel", "category")) {
      ValueMatch match = row.getCounts().scope().matchOf(builtIn(name));
      if (match instanceof ValueMatch.AnyOf anyOf) {
        words.add(list(anyOf.words()));
      }
    }
    return words;
  }

  private static Attribute builtIn(String name) {
    @Nullable Attribute attribute = Attribute.BUILT_IN.get(name);
    return Objects.requireNonNull(attribute);
  }

  private static String list(Set<String> words) {
    return String.join(" or ", new TreeSet<>(words));
  }

  static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
