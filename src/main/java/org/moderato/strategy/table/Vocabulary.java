package org.moderato.strategy.table;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.moderato.strategy.Names;

/**
 * The words that the organisation uses for one thing, such as its channels.
 *
 * @param name what they are words for, such as {@code channel}
 * @param words as people write them, in the order of the sheet
 */
public record Vocabulary(String name, List<String> words) {

  public Vocabulary {
    words = List.copyOf(words);
  }

  /** The words in the form in which they are compared. */
  public Set<String> keys() {
    return words.stream().map(Names::word).collect(Collectors.toUnmodifiableSet());
  }
}
