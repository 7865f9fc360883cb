package org.moderato.words;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Names;

/** Finds what somebody probably meant. Case, blanks and punctuation make no difference. */
public final class Suggestions {

  /** Two letters swapped count as two changes: too much for a word this short. */
  private static final int SHORT = 4;

  /** The distance takes time by the square of the length. */
  private static final int MAX_LENGTH = 64;

  /** A longer list nobody reads. */
  private static final int MAX_LISTED = 20;

  private Suggestions() {}

  /** The nearest of the known words if it is near enough; of two alike the first by name. */
  public static Optional<String> nearest(String word, Collection<String> known) {
    if (word.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String key = Names.key(word);
    int limit = key.length() < SHORT ? 1 : Math.max(2, key.length() / 3);
    String nearest = null;
    for (String candidate : known.stream().sorted().toList()) {
      int distance = new LevenshteinDistance(limit).apply(key, Names.key(candidate));
      if (distance == 0) {
        return Optional.of(candidate);
      }
      if (distance > 0) {
        nearest = candidate;
        limit = distance - 1;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** Such as {@code "; did you mean channel?"}; empty if nothing known is near. */
  public static String didYouMean(String word, Collection<String> known) {
    return nearest(word, known).map(found -> "; did you mean " + found + "?").orElse("");
  }

  /** {@code Did you mean Channel?}, else the known words; null if there are none. */
  public static @Nullable String hint(String word, Collection<String> known) {
    Optional<String> nearest = nearest(word, known);
    if (nearest.isPresent()) {
      return "Did you mean " + nearest.get() + "?";
    }
    if (known.isEmpty()) {
      return null;
    }
    String listed = known.stream().limit(MAX_LISTED).collect(Collectors.joining(", "));
    return "Known: " + listed + (known.size() > MAX_LISTED ? ", and others" : "");
  }
}
