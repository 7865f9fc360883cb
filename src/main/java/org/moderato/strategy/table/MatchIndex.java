package org.moderato.strategy.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.Labels;

/**
 * Finds the rows whose scope accepts a message, in microseconds however many rows there are: a bit
 * set for each value of each column, ANDed.
 */
final class MatchIndex {

  private final int size;
  private final List<Column> columns;

  MatchIndex(List<Scope> scopes) {
    size = scopes.size();
    Set<Attribute> attributes = new HashSet<>();
    scopes.forEach(scope -> attributes.addAll(scope.matches().keySet()));
    columns = attributes.stream().map(attribute -> new Column(attribute, scopes)).toList();
  }

  /** Positions of the rows that accept these labels and customer, ascending. */
  int[] matching(Labels labels, Customer customer) {
    long[] rows = Bits.all(size);
    for (Column column : columns) {
      column.retain(rows, column.attribute.valueOf(labels, customer));
    }
    return Bits.positions(rows);
  }

  /** One attribute and the rows that accept each of its values. */
  private static final class Column {

    private final Attribute attribute;

    /** Rows that accept any value that no row names, and a missing one. */
    private final long[] unnamed;

    /** For a word that some row names, the rows that accept a value of just that word. */
    private final Map<String, long[]> accepting = new HashMap<>();

    /** For a word that some row excludes, those rows. */
    private final Map<String, long[]> excluding = new HashMap<>();

    private final List<Integer> numeric = new ArrayList<>();
    private final List<ValueMatch> matches;

    Column(Attribute attribute, List<Scope> scopes) {
      this.attribute = attribute;
      this.matches = scopes.stream().map(scope -> scope.matchOf(attribute)).toList();
      this.unnamed = Bits.none(matches.size());
      Set<String> words = new HashSet<>();
      for (int row = 0; row < matches.size(); row++) {
        index(row, matches.get(row), words);
      }
      words.forEach(this::addAccepting);
    }

    private void index(int row, ValueMatch match, Set<String> words) {
      if (match instanceof ValueMatch.AnyOf anyOf) {
        words.addAll(anyOf.words());
      } else if (match instanceof ValueMatch.NoneOf noneOf) {
        words.addAll(noneOf.words());
        Bits.set(unnamed, row);
        noneOf.words().forEach(word -> Bits.set(bits(excluding, word), row));
      } else if (match instanceof ValueMatch.Any) {
        Bits.set(unnamed, row);
      } else {
        numeric.add(row);
      }
    }

    private void addAccepting(String word) {
      long[] rows = bits(accepting, word);
      for (int row = 0; row < matches.size(); row++) {
        if (!(matches.get(row) instanceof Between) && matches.get(row).accepts(word)) {
          Bits.set(rows, row);
        }
      }
    }

    private long[] bits(Map<String, long[]> map, String word) {
      return map.computeIfAbsent(word, w -> Bits.none(matches.size()));
    }

    void retain(long[] rows, @Nullable Object value) {
      if (value instanceof Collection<?> values) {
        Bits.and(rows, withNumeric(acceptingAll(values), value));
        return;
      }
      long[] accepted =
          value == null ? unnamed : accepting.getOrDefault(ValueMatch.word(value), unnamed);
      Bits.and(rows, withNumeric(accepted, value));
    }

    /** Rows that accept a multi-valued attribute: one of a list's words, none of the excluded. */
    private long[] acceptingAll(Collection<?> values) {
      long[] accepted = unnamed.clone();
      List<String> words = List.copyOf(ValueMatch.words(values));
      words.forEach(word -> Bits.or(accepted, accepting.getOrDefault(word, unnamed)));
      for (String word : words) {
        long[] excluded = excluding.get(word);
        if (excluded != null) {
          Bits.andNot(accepted, excluded);
        }
      }
      return accepted;
    }

    private long[] withNumeric(long[] accepted, @Nullable Object value) {
      if (numeric.isEmpty()) {
        return accepted;
      }
      long[] all = accepted.clone();
      numeric.stream()
          .filter(row -> matches.get(row).accepts(value))
          .forEach(r -> Bits.set(all, r));
      return all;
    }
  }
}
