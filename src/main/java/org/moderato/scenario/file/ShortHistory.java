package org.moderato.scenario.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.moderato.strategy.Names;
import org.moderato.strategy.judge.Strategy;

/**
 * Reads a history that fits into a cell: {@code promotion email: -5 days, -3 days; bill: -1 day}.
 * Before the colon stand words of the vocabularies, or {@code topic=sale}; after it times.
 */
final class ShortHistory {

  private static final List<String> VOCABULARIES =
      List.of("channel", "category", "department", "brand", "outcome");

  private static final String FORM =
      "Write words and times, such as \"promotion email: -5 days, -3 days; bill: -1 day\"";

  private final Strategy strategy;
  private final Faults faults;

  ShortHistory(Strategy strategy, Faults faults) {
    this.strategy = strategy;
    this.faults = faults;
  }

  Tree.Items read(String text, int line) {
    List<Tree> entries = new ArrayList<>();
    for (String part : text.split("[;\n]")) {
      if (!part.isBlank()) {
        entries.addAll(entries(part.strip(), line));
      }
    }
    return new Tree.Items(line, entries);
  }

  private List<Tree> entries(String part, int line) {
    int colon = part.indexOf(": ");
    if (colon < 0) {
      faults.add("MOD-SCN-006", line, "\"" + part + "\" says no time", FORM);
      return List.of();
    }
    Map<String, Tree> labels = labels(part.substring(0, colon), line);
    return Stream.of(part.substring(colon + 1).split(","))
        .map(String::strip)
        .filter(time -> !time.isEmpty())
        .map(time -> entry(labels, time, line))
        .toList();
  }

  private static Tree entry(Map<String, Tree> labels, String time, int line) {
    Map<String, Tree> fields = new LinkedHashMap<>(labels);
    fields.put("at", SheetScenarios.leaf(time, line));
    Map<String, Tree.Fields.Name> names = new LinkedHashMap<>();
    fields.keySet().forEach(name -> names.put(name, new Tree.Fields.Name(name, line)));
    return new Tree.Fields(line, names, fields);
  }

  private Map<String, Tree> labels(String words, int line) {
    Map<String, Tree> labels = new LinkedHashMap<>();
    for (String word : words.strip().split("\\s+")) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        String name = Names.key(word.substring(0, equals));
        labels.put(name, SheetScenarios.leaf(word.substring(equals + 1), line));
        continue;
      }
      Optional<String> vocabulary = vocabularyOf(word);
      if (vocabulary.isEmpty()) {
        faults.add("MOD-SCN-006", line, "\"" + word + "\" is in no vocabulary", FORM);
      } else {
        labels.put(vocabulary.get(), SheetScenarios.leaf(word, line));
      }
    }
    return labels;
  }

  private Optional<String> vocabularyOf(String word) {
    return VOCABULARIES.stream()
        .filter(
            name -> strategy.vocabularies().getOrDefault(name, Set.of()).contains(Names.word(word)))
        .findFirst();
  }
}
