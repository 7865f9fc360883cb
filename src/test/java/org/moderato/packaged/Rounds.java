package org.moderato.packaged;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Puts what several rounds gave into words: the median, and the least and the most. */
final class Rounds {

  private Rounds() {}

  static <T> String of(List<T> rounds, ToDoubleFunction<T> value) {
    return words(rounds.stream().mapToDouble(value));
  }

  /** Of rounds that took turns, what one gave divided by what the other gave. */
  static <T> String ratio(List<T> ones, List<T> others, ToDoubleFunction<T> value) {
    return words(
        IntStream.range(0, ones.size())
            .mapToDouble(
                i -> value.applyAsDouble(ones.get(i)) / value.applyAsDouble(others.get(i))));
  }

  private static String words(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    return "%.2f (%.2f to %.2f)"
        .formatted(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
  }
}
