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
public sealed interface ValueMatch {

  /** Accepts everything: a blank cell. */
  ValueMatch ANY = new Any();

  boolean accepts(@Nullable Object value);

  /** Whether everything that this cell accepts is accepted by the other one too. */
  boolean isWithin(ValueMatch other);

  /** Whether some value could be accepted by both. */
  boolean overlaps(ValueMatch other);

  /** What both accept, of words; of two ranges of numbers the one inside the other. */
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
    if (one instanceof NoneOf && other instanceof AnyOf) {
      return and(other, one);
    }
    return one.isWithin(other) ? one : other;
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

  private static String word(Object value) {
    // One amount is one word, whether somebody wrote 1.5 or 1.50.
    return value instanceof BigDecimal number
        ? number.stripTrailingZeros().toPlainString()
        : Names.word(String.valueOf(value));
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
      return other instanceof Any;
    }

    @Override
    public boolean overlaps(ValueMatch other) {
      if (other instanceof AnyOf that) {
        return !Collections.disjoint(words, that.words);
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
      return !(other instanceof AnyOf that) || that.overlaps(this);
    }
  }

  /**
   * {@code >= 18}, {@code 18 to 65}: a number between two bounds.
   *
   * @param from lower bound; null: none
   * @param fromIncluded whether the lower bound itself is accepted
   * @param to upper bound; null: none
   * @param toIncluded whether the upper bound itself is accepted
   */
  record Between(
      @Nullable BigDecimal from, boolean fromIncluded, @Nullable BigDecimal to, boolean toIncluded)
      implements ValueMatch {

    @Override
    public boolean accepts(@Nullable Object value) {
      if (!(value instanceof Number number)) {
        return false;
      }
      BigDecimal n = number instanceof BigDecimal d ? d : new BigDecimal(number.toString());
      return isAbove(n) && isBelow(n);
    }

    private boolean isAbove(BigDecimal n) {
      return from == null || n.compareTo(from) > 0 || (fromIncluded && n.compareTo(from) == 0);
    }

    private boolean isBelow(BigDecimal n) {
      return to == null || n.compareTo(to) < 0 || (toIncluded && n.compareTo(to) == 0);
    }

    @Override
    public boolean isWithin(ValueMatch other) {
      if (other instanceof Between that) {
        return startsWithin(that) && endsWithin(that);
      }
      return other instanceof Any;
    }

    private boolean startsWithin(Between that) {
      if (that.from == null || from == null) {
        return that.from == null;
      }
      int order = from.compareTo(that.from);
      return order > 0 || (order == 0 && (that.fromIncluded || !fromIncluded));
    }

    private boolean endsWithin(Between that) {
      if (that.to == null || to == null) {
        return that.to == null;
      }
      int order = to.compareTo(that.to);
      return order < 0 || (order == 0 && (that.toIncluded || !toIncluded));
    }

    @Override
    public boolean overlaps(ValueMatch other) {
      return !(other instanceof Between that) || (meets(that) && that.meets(this));
    }

    /** Whether this one does not end before the other one starts. */
    private boolean meets(Between that) {
      if (to == null || that.from == null) {
        return true;
      }
      int order = to.compareTo(that.from);
      return order > 0 || (order == 0 && toIncluded && that.fromIncluded);
    }
  }
}
