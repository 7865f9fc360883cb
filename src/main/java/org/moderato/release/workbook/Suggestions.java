package org.moderato.release.workbook;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Names;

/** Guesses what somebody meant. */
final class Suggestions {

  /** Two letters swapped count as two changes: too much for a word this short. */
  private static final int SHORT = 4;

  private Suggestions() {}

  /** The nearest of the known words if it is near enough. */
  static Optional<String> nearest(String word, Collection<String> known) {
    String key = Names.key(word);
    int limit = key.length() < SHORT ? 1 : Math.max(2, key.length() / 3);
    LevenshteinDistance distance = new LevenshteinDistance(limit);
    return known.stream()
        .filter(candidate -> distance.apply(key, Names.key(candidate)) >= 0)
        .min(
            Comparator.comparingInt((String candidate) -> distance.apply(key, Names.key(candidate)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** {@code Did you mean Channel?}, else the known words. */
  static @Nullable String hint(String word, Collection<String> known) {
    return nearest(word, known)
        .map(nearest -> "Did you mean " + nearest + "?")
        .orElseGet(() -> known.isEmpty() ? null : "Known: " + String.join(", ", known));
  }
}
