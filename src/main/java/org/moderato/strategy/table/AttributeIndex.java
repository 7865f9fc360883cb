package org.moderato.strategy.table;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.moderato.strategy.table.ValueMatch.AnyOf;

/**
 * For one attribute, which rows accept a value that another one accepts too, or all such values;
 * without comparing each row with each other one, since tables may have thousands of them.
 */
final class AttributeIndex {

  /** The one built-in attribute of which a customer has several values. */
  private static final String MULTI_VALUED = "segment";

  private final Attribute attribute;

  /** Rows with a list, by each of its words. */
  private final Map<String, BitSet> byWord = new HashMap<>();

  private final Map<AnyOf, BitSet> lists = new HashMap<>();

  /** Rows with anything but a list; most have one of a few cells, blank or {@code not ...}. */
  private final Map<ValueMatch, BitSet> others = new HashMap<>();

  private final Map<ValueMatch, BitSet> overlappings = new HashMap<>();
  private final Map<ValueMatch, BitSet> coverings = new HashMap<>();

  AttributeIndex(Attribute attribute, List<Scope> scopes) {
    this.attribute = attribute;
    for (int row = 0; row < scopes.size(); row++) {
      ValueMatch match = scopes.get(row).matchOf(attribute);
      if (match instanceof AnyOf list) {
        set(lists, list, row);
        for (String word : list.words()) {
          set(byWord, word, row);
        }
      } else {
        set(others, match, row);
      }
    }
  }

  private static <K> void set(Map<K, BitSet> rows, K key, int row) {
    rows.computeIfAbsent(key, k -> new BitSet()).set(row);
  }

  /** Positions of the rows that overlap with a scope in this attribute. */
  BitSet overlapping(Scope scope) {
    ValueMatch match = scope.matchOf(attribute);
    return match instanceof AnyOf list
        ? overlappingList(list)
        : overlappings.computeIfAbsent(match, this::overlappingOther);
  }

  private BitSet overlappingList(AnyOf list) {
    BitSet rows = new BitSet();
    if (attribute.key().equals(MULTI_VALUED)) {
      lists.values().forEach(rows::or);
    }
    for (String word : list.words()) {
      rows.or(byWord.getOrDefault(word, new BitSet()));
    }
    addOverlapping(rows, list);
    return rows;
  }

  private BitSet overlappingOther(ValueMatch match) {
    BitSet rows = new BitSet();
    lists.forEach(
        (list, positions) -> {
          if (match.overlaps(list)) {
            rows.or(positions);
          }
        });
    addOverlapping(rows, match);
    return rows;
  }

  private void addOverlapping(BitSet rows, ValueMatch match) {
    others.forEach(
        (other, positions) -> {
          if (match.overlaps(other)) {
            rows.or(positions);
          }
        });
  }

  /** Positions of the rows that surely accept whatever a scope accepts of this attribute. */
  BitSet covering(Scope scope) {
    ValueMatch match = scope.matchOf(attribute);
    return match instanceof AnyOf list
        ? coveringList(list)
        : coverings.computeIfAbsent(match, this::coveringOther);
  }

  private BitSet coveringList(AnyOf list) {
    BitSet rows = null;
    for (String word : list.words()) {
      BitSet naming = byWord.getOrDefault(word, new BitSet());
      if (rows == null) {
        rows = (BitSet) naming.clone();
      } else {
        rows.and(naming);
      }
    }
    BitSet covering = rows == null ? new BitSet() : rows;
    addCovering(covering, list, others);
    return covering;
  }

  private BitSet coveringOther(ValueMatch match) {
    BitSet rows = new BitSet();
    if (match instanceof Between) {
      addCovering(rows, match, lists);
    }
    addCovering(rows, match, others);
    return rows;
  }

  private void addCovering(
      BitSet rows, ValueMatch match, Map<? extends ValueMatch, BitSet> candidates) {
    candidates.forEach(
        (candidate, positions) -> {
          if (attribute.isSurelyWithin(match, candidate)) {
            rows.or(positions);
          }
        });
  }
}
