package org.moderato.strategy.table;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.moderato.strategy.table.ValueMatch.AnyOf;
import org.moderato.strategy.table.ValueMatch.NoneOf;

/** Says in words which messages a row speaks of. */
public final class ScopeWords {

  /** Attributes in the order in which people name them; others come after these. */
  private static final List<String> ORDER =
      List.of("channel", "category", "department", "brand", "country", "region", "stage");

  /** Their words speak for themselves. */
  private static final Set<String> NAMELESS =
      Set.of("channel", "category", "department", "brand", "country", "region");

  private static final Set<String> CODES = Set.of("country", "region");

  private ScopeWords() {}

  /** A region such as {@code email · promotion, news · DE · stage trial}. */
  public static String of(Scope scope) {
    if (scope.matches().isEmpty()) {
      return "all messages";
    }
    return scope.matches().entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<Attribute, ValueMatch> e) -> rank(e.getKey()))
                .thenComparing(entry -> entry.getKey().name()))
        .map(entry -> part(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(" · "));
  }

  private static int rank(Attribute attribute) {
    int place = ORDER.indexOf(attribute.key());
    return place < 0 ? ORDER.size() : place;
  }

  private static String part(Attribute attribute, ValueMatch match) {
    String words = of(match);
    String written = CODES.contains(attribute.key()) ? words.toUpperCase(Locale.ROOT) : words;
    boolean speaks = match instanceof AnyOf && NAMELESS.contains(attribute.key());
    return speaks ? written : attribute.name() + " " + words;
  }

  /** A cell such as {@code promotion, news}, {@code not legal} or {@code 18 to 65}. */
  public static String of(ValueMatch match) {
    if (match instanceof AnyOf anyOf) {
      return words(anyOf.words());
    }
    if (match instanceof NoneOf noneOf) {
      return "not " + words(noneOf.words());
    }
    return match instanceof Between between ? range(between) : "any";
  }

  private static String range(Between range) {
    if (range.from() == null) {
      return (range.toIncluded() ? "up to " : "below ") + range.to();
    }
    if (range.to() == null) {
      return (range.fromIncluded() ? "from " : "above ") + range.from();
    }
    return range.from().compareTo(range.to()) == 0
        ? range.from().toString()
        : range.from() + " to " + range.to();
  }

  private static String words(Set<String> words) {
    return words.stream().sorted().collect(Collectors.joining(", "));
  }
}
