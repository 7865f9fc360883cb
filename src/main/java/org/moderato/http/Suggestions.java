package org.moderato.http;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what somebody probably meant. */
final class Suggestions {

  private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

  /** Two letters swapped count as two changes: too much for a word this short. */
  private static final int SHORT = 4;

  private static final int MAX_LENGTH = 64;

  private Suggestions() {}

  /** Such as {@code "; did you mean channel?"}; empty if nothing known is near. */
  static String didYouMean(String word, Collection<String> known) {
    return nearest(word, known).map(found -> "; did you mean " + found + "?").orElse("");
  }

  private static Optional<String> nearest(String word, Collection<String> known) {
    // The distance takes time by the square of the length.
    if (word.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    int furthest = word.length() < SHORT ? 1 : Math.max(2, word.length() / 3);
    return known.stream()
        .sorted()
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
        .filter(candidate -> distance(word, candidate) <= furthest);
  }

  private static int distance(String one, String other) {
    return DISTANCE.apply(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
  }
}
