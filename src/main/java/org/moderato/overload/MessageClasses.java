package org.moderato.overload;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.moderato.strategy.Names;

/** Knows the class of a category. */
@ApplicationScoped
public class MessageClasses {

  private final Set<String> vital;
  private final Set<String> marketing;

  /**
   * @throws IllegalArgumentException if a category is said to be both
   */
  MessageClasses(ClassesConfig config) {
    vital = words(config.vital());
    marketing = words(config.marketing());
    Set<String> both = vital.stream().filter(marketing::contains).collect(Collectors.toSet());
    if (!both.isEmpty()) {
      throw new IllegalArgumentException(
          "moderato.classes: both vital and marketing: " + String.join(", ", both));
    }
  }

  private static Set<String> words(Optional<Set<String>> categories) {
    return categories.orElse(Set.of()).stream()
        .map(Names::word)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The class of a category, whether or not a vocabulary knows the word. */
  public MessageClass of(String category) {
    String word = Names.word(category);
    if (vital.contains(word)) {
      return MessageClass.VITAL;
    }
    return marketing.contains(word) ? MessageClass.MARKETING : MessageClass.STANDARD;
  }
}
