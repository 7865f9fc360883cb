package org.moderato.strategy.table;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Names;

/**
 * What one cell of a match column accepts.
 *
 * <p>A missing value is accepted by {@link Any} and {@link NoneOf} and never by a listed value. A
 * multi-valued attribute matches a list if it has one of its words, and {@code not a, b} if it has
 * none of them.
 */
public sealed interface ValueMatch
    permits ValueMatch.Any, ValueMatch.AnyOf, ValueMatch.NoneOf, Between {

  /** Accepts everything: a blank cell. */
  ValueMatch ANY = new Any();

  boolean accepts(@Nullable Object value);

  /** Whether everything that this cell accepts is accepted by the other one too. */
  boolean isWithin(ValueMatch other);

  /** Whether some value could be accepted by both. */
  boolean overlaps(ValueMatch other);

  /**
   * What both accept, if they overlap; of a range and {@code not a, b} the whole range, if neither
   * is within the other.
   */
  static ValueMatch and(ValueMatch one, ValueMatch other) {
    if (one instanceof AnyOf a && other instanceof AnyOf b) {
      return new AnyOf(a.words().stream().filter(b.words()::contains).collect(Collectors.toSet()));
    }
    if (one instanceof AnyOf a && other instanceof NoneOf b) {
      return new AnyOf(
          a.words().stream().filter(w -> !b.words().contains(w)).collect(Collectors.toSet()));
    }
    if (one instanceof NoneOf a && other instanceof NoneOf b) {
      return new NoneOf(
          Stream.concat(a.words().stream(), b.words().stream()).collect(Collectors.toSet()));
    }
    if (one instanceof AnyOf a && other instanceof Between b) {
      return new AnyOf(a.words().stream().filter(b::acceptsWord).collect(Collectors.toSet()));
    }
    if (!(one instanceof AnyOf) && other instanceof AnyOf) {
      return and(other, one);
    }
    if (one instanceof Between a && other instanceof Between b) {
      return a.and(b);
    }
    return other.isWithin(one) || other instanceof Between ? other : one;
  }

  /** The words of a value in the form of {@link Names#word}; empty for a missing one. */
  static Collection<String> words(@Nullable Object value) {
    if (value == null) {
      return Set.of();
    }
    if (value instanceof Collection<?> values) {
      return values.stream().map(v -> word(v)).toList();
    }
    return Set.of(word(value));
  }

  /** A value in the form in which words are compared; 2, 2.0 and 2.00 are one number. */
  static String word(Object value) {
    return value instanceof Number number
        ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
        : Names.word(String.valueOf(value));
  }

  /**
   * Whether a value is a word, or has it among others.
   *
   * @param word in the form of {@link Names#word}
   */
  static boolean isWord(@Nullable Object value, String word) {
    if (value instanceof String text) {
      return Names.isSame(text, word);
    }
    return value != null && words(value).contains(word);
  }

  /** A blank cell. */
  record Any() implements ValueMatch {

    @Override
    public boolean accepts(@Nullable Object value) {
      return true;
    }

    @Override
    public boolean isWithin(ValueMatch other) {
      return other instanceof Any;
    }

    @Override
    public boolean overlaps(ValueMatch other) {
      return true;
    }
  }

  /**
   * {@code a, b}: one of these.
   *
   * @param words in the form of {@link Names#word}, not empty
   */
  record AnyOf(Set<String> words) implements ValueMatch {

    public AnyOf {
      words = Set.copyOf(words);
    }

    @Override
    public boolean accepts(@Nullable Object value) {
      return !Collections.disjoint(words, ValueMatch.words(value));
    }

    @Override
    public boolean isWithin(ValueMatch other) {
      if (other instanceof AnyOf that) {
        return that.words.containsAll(words);
      }
      if (other instanceof NoneOf that) {
        return Collections.disjoint(that.words(), words);
      }
      if (other instanceof Between that) {
        return words.stream().allMatch(that::acceptsWord);
      }
      return other instanceof Any;
    }

    @Override
    public boolean overlaps(ValueMatch other) {
      if (other instanceof AnyOf that) {
        return !Collections.disjoint(words, that.words);
      }
      if (other instanceof Between that) {
        return words.stream().anyMatch(that::acceptsWord);
      }
      return !(other instanceof NoneOf that) || !that.words().containsAll(words);
    }
  }

  /**
   * {@code not a, b}: none of these.
   *
   * @param words in the form of {@link Names#word}, not empty
   */
  record NoneOf(Set<String> words) implements ValueMatch {

    public NoneOf {
      words = Set.copyOf(words);
    }

    @Override
    public boolean accepts(@Nullable Object value) {
      return Collections.disjoint(words, ValueMatch.words(value));
    }

    @Override
    public boolean isWithin(ValueMatch other) {
      if (other instanceof NoneOf that) {
        return words.containsAll(that.words);
      }
      return other instanceof Any;
    }

    @Override
    public boolean overlaps(ValueMatch other) {
      return other instanceof AnyOf || other instanceof Between ? other.overlaps(this) : true;
    }
  }
}
