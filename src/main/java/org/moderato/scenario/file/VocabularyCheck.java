package org.moderato.scenario.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Names;
import org.moderato.strategy.judge.Strategy;
import org.moderato.words.Suggestions;

/**
 * Finds words of a scenario that no vocabulary knows. They may be meant, so they are no errors;
 * most often they are misspelt, and then the scenario shows something else than its name says.
 */
final class VocabularyCheck {

  /** Fields that hold words of the vocabulary of another name. */
  private static final Map<String, String> OTHERS =
      Map.of("alternatives", "channel", "segments", "segment");

  private final Map<String, Set<String>> vocabularies;
  private final List<Unknown> unknown = new ArrayList<>();

  private record Unknown(int line, String word, String vocabulary) {}

  VocabularyCheck(Strategy strategy) {
    // In one order, so that each run tells the same.
    this.vocabularies = new TreeMap<>(strategy.vocabularies());
  }

  /** Looks at all fields of a part whose names are those of vocabularies. */
  void check(FieldReader reader) {
    vocabularies.keySet().forEach(vocabulary -> check(vocabulary, reader.get(vocabulary)));
    OTHERS.forEach((field, vocabulary) -> check(vocabulary, reader.get(field)));
  }

  /** Looks at one word, or at each of several. */
  void check(String vocabulary, @Nullable Tree value) {
    if (value instanceof Tree.Items items) {
      items.items().forEach(item -> check(vocabulary, item));
    } else if (value instanceof Tree.Leaf leaf && !leaf.isNull()) {
      Set<String> known = vocabularies.get(vocabulary);
      if (known != null && !known.contains(Names.word(leaf.text()))) {
        unknown.add(new Unknown(leaf.line(), leaf.text(), vocabulary));
      }
    }
  }

  /**
   * Tells what was found.
   *
   * @param meant words that are unknown on purpose
   */
  void warn(List<String> meant, Faults faults) {
    Set<String> wanted = meant.stream().map(Names::word).collect(Collectors.toSet());
    for (Unknown found : unknown) {
      if (wanted.contains(Names.word(found.word()))) {
        continue;
      }
      String message = "\"" + found.word() + "\" is not in the vocabulary of " + found.vocabulary();
      Set<String> known = new TreeSet<>(vocabularies.getOrDefault(found.vocabulary(), Set.of()));
      faults.warn("MOD-SCN-008", found.line(), message, Suggestions.hint(found.word(), known));
    }
  }
}
