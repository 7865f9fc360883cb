package org.moderato.strategy.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How cells of match columns relate, tried on every pair of some, value by value. */
class ValueMatchTest {

  private static final List<ValueMatch> WORDS =
      List.of(
          ValueMatch.ANY, any("a"), any("b"), any("a", "b"), none("a"), none("b"), none("a", "b"));

  private static final List<ValueMatch> NUMBERS =
      List.of(
          ValueMatch.ANY,
          any("1"),
          any("1", "3"),
          none("1"),
          none("1", "2.5"),
          between("1", true, "1", true),
          between("1", true, "3", true),
          between("1", false, "3", false),
          between("3", true, null, false),
          between(null, false, "1", false),
          between("2.5", true, "2.5", true));

  private static ValueMatch any(String... words) {
    return new ValueMatch.AnyOf(Set.of(words));
  }

  private static ValueMatch none(String... words) {
    return new ValueMatch.NoneOf(Set.of(words));
  }

  private static ValueMatch between(String from, boolean fromIn, String to, boolean toIn) {
    return new Between(
        from == null ? null : new BigDecimal(from),
        fromIn,
        to == null ? null : new BigDecimal(to),
        toIn);
  }

  /**
   * Two cells of one column, and values that tell all such cells apart.
   *
   * @param values null: a missing value
   */
  record Pair(ValueMatch one, ValueMatch other, List<Object> values) {

    /** No cell says just that. */
    private boolean isRangeWithoutSome() {
      return new HashSet<>(List.of(one.getClass(), other.getClass()))
          .equals(Set.of(ValueMatch.NoneOf.class, Between.class));
    }

    private List<Object> accepted(ValueMatch match) {
      return values.stream().filter(match::accepts).toList();
    }
  }

  static Stream<Pair> pairs() {
    List<Object> words = Arrays.asList("a", "b", "another", null);
    List<Object> numbers = Arrays.asList(0, 1, 1.5, new BigDecimal("2.50"), 3.0, 4L, 99, null);
    return Stream.concat(pairs(WORDS, words), pairs(NUMBERS, numbers));
  }

  private static Stream<Pair> pairs(List<ValueMatch> matches, List<Object> values) {
    return matches.stream()
        .flatMap(one -> matches.stream().map(other -> new Pair(one, other, values)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void relateAsTheirValuesDo(Pair pair) {
    List<Object> one = pair.accepted(pair.one());
    List<Object> both = new ArrayList<>(one);
    both.retainAll(pair.accepted(pair.other()));

    assertThat(pair.one().isWithin(pair.other())).as("within").isEqualTo(both.equals(one));
    assertThat(pair.one().overlaps(pair.other())).as("overlaps").isEqualTo(!both.isEmpty());
    if (!both.isEmpty() && !pair.isRangeWithoutSome()) {
      assertThat(pair.accepted(ValueMatch.and(pair.one(), pair.other()))).isEqualTo(both);
    }
  }

  @Test
  void equalNumbersAreOneWord() {
    assertThat(Stream.of(2, 2L, 2.0, new BigDecimal("2.00"), "2").map(ValueMatch::word))
        .containsOnly("2");
  }
}
