package org.moderato.strategy.table;

import java.util.BitSet;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Finds among thousands of scopes those that have something to do with another one. Where {@link
 * MatchIndex} asks about a message, this one asks about all messages of a row. Not thread-safe.
 */
public final class ScopeIndex {

  private final int size;
  private final List<AttributeIndex> attributes;

  /**
   * @param scopes answers are positions in this list
   */
  public ScopeIndex(List<Scope> scopes) {
    this.size = scopes.size();
    this.attributes =
        scopes.stream()
            .flatMap(scope -> scope.matches().keySet().stream())
            .distinct()
            .map(attribute -> new AttributeIndex(attribute, scopes))
            .toList();
  }

  /** The scopes that overlap with this one; see {@link Scope#overlaps}. */
  public BitSet overlapping(Scope scope) {
    return among(scope, AttributeIndex::overlapping);
  }

  /** The scopes that this one is surely within; see {@link Scope#isSurelyWithin}. */
  public BitSet covering(Scope scope) {
    return among(scope, AttributeIndex::covering);
  }

  private BitSet among(Scope scope, BiFunction<AttributeIndex, Scope, BitSet> question) {
    BitSet found = new BitSet(size);
    found.set(0, size);
    attributes.forEach(attribute -> found.and(question.apply(attribute, scope)));
    return found;
  }
}
