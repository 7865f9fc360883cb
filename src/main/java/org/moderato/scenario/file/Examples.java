package org.moderato.scenario.file;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.moderato.strategy.Names;
import org.moderato.words.Suggestions;

/**
 * The parameter table of a scenario: {@code examples} is a list of values, and each of them makes a
 * scenario in which {@code <name>} stands for the value of that name.
 */
final class Examples {

  private static final String EXAMPLES = "examples";

  private final Tree.Fields scenario;
  private final Faults faults;

  Examples(Tree.Fields scenario, Faults faults) {
    this.scenario = scenario;
    this.faults = faults;
  }

  /** The scenario itself if it has no table, else one for each row. */
  Stream<Tree.Fields> all() {
    Tree table = scenario.values().get(EXAMPLES);
    if (table == null) {
      return Stream.of(scenario);
    }
    if (!(table instanceof Tree.Items rows)) {
      faults.add("MOD-SCN-004", table.line(), "examples must be a list of {...}", null);
      return Stream.empty();
    }
    return rows.items().stream().flatMap(this::filled);
  }

  private Stream<Tree.Fields> filled(Tree row) {
    if (!(row instanceof Tree.Fields values)) {
      faults.add("MOD-SCN-004", row.line(), "An example must be {name: value, ...}", null);
      return Stream.empty();
    }
    Map<String, Tree.Leaf> parameters = new LinkedHashMap<>();
    values
        .values()
        .forEach(
            (name, value) -> {
              if (value instanceof Tree.Leaf leaf) {
                parameters.put(name, leaf);
              } else {
                faults.add("MOD-SCN-004", value.line(), "An example's value is one word", null);
              }
            });
    int before = faults.count();
    checkNames(values, row.line());
    if (faults.count() > before) {
      return Stream.empty();
    }
    return Stream.of(named((Tree.Fields) scenario.with(parameters), values, row.line()));
  }

  /** A misspelt name would be judged as it stands, and prove nothing. */
  private void checkNames(Tree.Fields values, int line) {
    List<Tree.Fields.Name> used = scenario.parameters().toList();
    Set<String> known = values.names().keySet();
    List<String> written = values.names().values().stream().map(Tree.Fields.Name::text).toList();
    for (Tree.Fields.Name name : used) {
      String key = Names.key(name.text());
      if (!known.contains(key) && columns().contains(key)) {
        faults.add("MOD-SCN-007", line, "The example has no " + name.text(), "Write ~ for nothing");
      } else if (!known.contains(key)) {
        String message = "<" + name.text() + "> is no column of the examples";
        faults.add("MOD-SCN-007", name.line(), message, Suggestions.hint(name.text(), written));
      }
    }
    values
        .names()
        .forEach(
            (key, name) -> {
              if (used.stream().noneMatch(u -> Names.key(u.text()).equals(key))) {
                String message = "The scenario does not use <" + name.text() + ">";
                faults.add("MOD-SCN-007", name.line(), message, "Delete the column");
              }
            });
  }

  /** The columns that any of the examples has. */
  private Set<String> columns() {
    Set<String> columns = new HashSet<>();
    if (scenario.values().get(EXAMPLES) instanceof Tree.Items rows) {
      for (Tree row : rows.items()) {
        if (row instanceof Tree.Fields values) {
          columns.addAll(values.names().keySet());
        }
      }
    }
    return columns;
  }

  /** A name that does not use the table says the values itself. */
  private Tree.Fields named(Tree.Fields filled, Tree.Fields values, int line) {
    Map<String, Tree> all = new LinkedHashMap<>(filled.values());
    all.remove(EXAMPLES);
    for (String field : new String[] {"name", Names.key("scenario")}) {
      if (all.get(field) instanceof Tree.Leaf name && name.equals(scenario.values().get(field))) {
        String words =
            values.values().entrySet().stream()
                .map(
                    value ->
                        values.names().get(value.getKey()).text() + " " + text(value.getValue()))
                .collect(Collectors.joining(", ", " (", ")"));
        all.put(field, new Tree.Leaf(line, name.text() + words, name.type()));
      }
    }
    return new Tree.Fields(line, filled.names(), all, filled.again());
  }

  private static String text(Tree value) {
    return value instanceof Tree.Leaf leaf ? leaf.text() : "";
  }
}
