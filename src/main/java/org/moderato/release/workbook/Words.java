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

/** The vocabularies while they are read, and the check of words against them. */
final class Words {

  /** Words that cells about outcomes may hold beside those of the vocabulary. */
  private static final Set<String> STATUSES = Set.of("sent", "planned", "reserved");

  private final Map<String, List<String>> words = new LinkedHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();

  void add(String vocabulary, String word) {
    names.putIfAbsent(Names.key(vocabulary), vocabulary);
    List<String> known = words.computeIfAbsent(Names.key(vocabulary), v -> new ArrayList<>());
    if (!known.contains(word)) {
      known.add(word);
    }
  }

  /** What is wrong with a word; empty if it is known, or its vocabulary is not. */
  Optional<Unknown> check(String vocabulary, String word) {
    List<String> known = words.get(Names.key(vocabulary));
    if (known == null || known.stream().anyMatch(k -> Names.word(k).equals(Names.word(word)))) {
      return Optional.empty();
    }
    if (Names.key(vocabulary).equals("outcome") && STATUSES.contains(Names.word(word))) {
      return Optional.empty();
    }
    String message =
        "\"" + word + "\" is not in the vocabulary of " + names.get(Names.key(vocabulary));
    return Optional.of(new Unknown(message, Suggestions.hint(word, known)));
  }

  /**
   * A word that is not known.
   *
   * @param hint what may have been meant
   */
  record Unknown(String message, @Nullable String hint) {}

  List<Vocabulary> all() {
    return words.entrySet().stream()
        .map(e -> new Vocabulary(names.getOrDefault(e.getKey(), e.getKey()), e.getValue()))
        .toList();
  }
}
