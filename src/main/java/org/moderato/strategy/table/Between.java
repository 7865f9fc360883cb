package org.moderato.strategy.table;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code >= 18}, {@code 18 to 65}: a number between two bounds.
 *
 * @param from lower bound; null: none
 * @param fromIncluded whether the lower bound itself is accepted
 * @param to upper bound; null: none
 * @param toIncluded whether the upper bound itself is accepted
 */
public record Between(
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

  /** Whether a word of a list is such a number. */
  boolean acceptsWord(String word) {
    try {
      return accepts(new BigDecimal(word));
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** The part that two overlapping ranges have in common. */
  Between and(Between that) {
    Between lower = startsWithin(that) ? this : that;
    Between upper = endsWithin(that) ? this : that;
    return new Between(lower.from, lower.fromIncluded, upper.to, upper.toIncluded);
  }

  private boolean isOneOf(Set<String> words) {
    return from != null
        && to != null
        && from.compareTo(to) == 0
        && words.contains(ValueMatch.word(from));
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
    if (other instanceof AnyOf that) {
      return isOneOf(that.words());
    }
    if (other instanceof NoneOf that) {
      return that.words().stream().noneMatch(this::acceptsWord);
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
    if (other instanceof AnyOf that) {
      return that.overlaps(this);
    }
    if (other instanceof NoneOf that) {
      return !isOneOf(that.words());
    }
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
