package org.moderato.release.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Names;
import org.moderato.strategy.table.Vocabulary;
import org.moderato.words.Suggestions;

/** The vocabularies while they are read, and the check of words against them. */
final class Words {

  private static final String OUTCOME = "outcome";
  private static final String NEW_WORD = "; a new word goes into the sheet Vocabularies";

  /** Words that cells about outcomes may hold beside those of the vocabulary. */
  private static final Set<String> STATUSES = Set.of("sent", "planned", "reserved");

  private final Map<String, Known> vocabularies = new LinkedHashMap<>();

  /** One vocabulary: its words as they are written, by the form in which they are compared. */
  private record Known(String name, Map<String, String> words) {}

  void add(String vocabulary, String word) {
    vocabularies
        .computeIfAbsent(Names.key(vocabulary), v -> new Known(vocabulary, new LinkedHashMap<>()))
        .words()
        .putIfAbsent(Names.word(word), word);
  }

  /** What is wrong with a word; empty if it is known, or its vocabulary is not. */
  Optional<Unknown> check(String vocabulary, String word) {
    String key = Names.key(vocabulary);
    Known known = vocabularies.get(key);
    if (known == null || known.words().containsKey(Names.word(word))) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>(known.words().values());
    if (key.equals(OUTCOME)) {
      if (STATUSES.contains(Names.word(word))) {
        return Optional.empty();
      }
      words.addAll(STATUSES.stream().sorted().toList());
    }
    String message = "\"" + word + "\" is not in the vocabulary " + known.name();
    boolean isMisspelt = Suggestions.nearest(word, words).isPresent();
    String hint = Suggestions.hint(word, words);
    return Optional.of(new Unknown(message, isMisspelt ? hint : hint + NEW_WORD));
  }

  /** How the vocabulary writes a word; empty if it does not know it. */
  Optional<String> written(String vocabulary, String word) {
    return Optional.ofNullable(vocabularies.get(Names.key(vocabulary)))
        .map(known -> known.words().get(Names.word(word)));
  }

  /**
   * A word that is not known.
   *
   * @param hint what may have been meant
   */
  record Unknown(String message, @Nullable String hint) {}

  List<Vocabulary> all() {
    return vocabularies.values().stream()
        .map(known -> new Vocabulary(known.name(), List.copyOf(known.words().values())))
        .toList();
  }
}
