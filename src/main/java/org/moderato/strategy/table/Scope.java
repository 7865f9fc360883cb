package org.moderato.strategy.table;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.Labels;

/**
 * Which messages, or which contacts, a row speaks of: what it accepts of each attribute. Attributes
 * that are not in the map are accepted whatever their value.
 *
 * @param matches what is accepted, by attribute; never {@link ValueMatch.Any}
 */
public record Scope(Map<Attribute, ValueMatch> matches) {

  public static final Scope EVERYTHING = new Scope(Map.of());

  public Scope {
    matches = Map.copyOf(matches);
  }

  public boolean accepts(Labels labels, Customer customer) {
    for (Map.Entry<Attribute, ValueMatch> match : matches.entrySet()) {
      if (!match.getValue().accepts(match.getKey().valueOf(labels, customer))) {
        return false;
      }
    }
    return true;
  }

  public ValueMatch matchOf(Attribute attribute) {
    return matches.getOrDefault(attribute, ValueMatch.ANY);
  }

  /** Whether everything in this scope is in the other one too. */
  public boolean isWithin(Scope other) {
    return other.matches.entrySet().stream()
        .allMatch(theirs -> matchOf(theirs.getKey()).isWithin(theirs.getValue()));
  }

  /** Whether this scope is within the other one and smaller. */
  public boolean isStrictlyWithin(Scope other) {
    return isWithin(other) && !other.isWithin(this);
  }

  /** Whether something could be in both. */
  public boolean overlaps(Scope other) {
    return other.matches.entrySet().stream()
        .allMatch(theirs -> matchOf(theirs.getKey()).overlaps(theirs.getValue()));
  }

  /**
   * Whether everything in this scope is in the other one too, whoever has several values of an
   * attribute.
   */
  public boolean isSurelyWithin(Scope other) {
    return other.matches.entrySet().stream()
        .allMatch(
            theirs -> theirs.getKey().isSurelyWithin(matchOf(theirs.getKey()), theirs.getValue()));
  }

  /** Whether something could be in both, somebody with several values of an attribute included. */
  public boolean mayOverlap(Scope other) {
    return other.matches.entrySet().stream()
        .allMatch(
            theirs -> theirs.getKey().mayOverlap(matchOf(theirs.getKey()), theirs.getValue()));
  }

  /** What is in both scopes, if they overlap; see {@link ValueMatch#and}. */
  public Scope and(Scope other) {
    Map<Attribute, ValueMatch> both = new HashMap<>(matches);
    other.matches.forEach((attribute, match) -> both.merge(attribute, match, ValueMatch::and));
    return new Scope(both);
  }

  /** The part of this scope that speaks of attributes of a certain kind. */
  public Scope only(Predicate<Attribute> wanted) {
    Map<Attribute, ValueMatch> kept = new HashMap<>();
    matches.forEach(
        (attribute, match) -> {
          if (wanted.test(attribute)) {
            kept.put(attribute, match);
          }
        });
    return new Scope(kept);
  }

  /** The matches sorted by the attribute's name, for people. */
  public Map<String, ValueMatch> sorted() {
    Map<String, ValueMatch> sorted = new TreeMap<>();
    matches.forEach((attribute, match) -> sorted.put(attribute.name(), match));
    return sorted;
  }
}
