package org.moderato.scenario.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Names;
import org.moderato.words.Suggestions;

/** Reads the fields of one part of a scenario; each must be known, and of the right form. */
final class FieldReader {

  private final Tree.Fields fields;
  private final Faults faults;

  /**
   * @param known the names that may stand here
   */
  FieldReader(Tree.Fields fields, KnownFields known, Faults faults) {
    this.fields = fields;
    this.faults = faults;
    fields
        .names()
        .forEach(
            (key, name) -> {
              if (!known.has(key)) {
                String message = "\"" + name.text() + "\" is not known here";
                String hint = Suggestions.hint(name.text(), known.names());
                faults.add("MOD-SCN-003", name.line(), message, hint);
              }
            });
  }

  boolean has(String name) {
    return fields.values().containsKey(Names.key(name));
  }

  @Nullable Tree get(String name) {
    return fields.values().get(Names.key(name));
  }

  int line() {
    return fields.line();
  }

  int line(String name) {
    Tree.Fields.Name there = fields.names().get(Names.key(name));
    return there == null ? fields.line() : there.line();
  }

  /** The value of a field; null if it is not there or was said to be nothing. */
  Tree.@Nullable Leaf leaf(String name) {
    Tree value = get(name);
    if (value == null) {
      return null;
    }
    if (value instanceof Tree.Leaf leaf) {
      return leaf.isNull() ? null : leaf;
    }
    wrong(name, "must be one value");
    return null;
  }

  @Nullable String text(String name) {
    Tree.Leaf leaf = leaf(name);
    return leaf == null ? null : leaf.text();
  }

  @Nullable Integer number(String name) {
    return parsed(name, Integer::valueOf, "must be a whole number");
  }

  /**
   * @param parse throws IllegalArgumentException with words for the person at the file
   */
  <T> @Nullable T parsed(String name, Function<String, T> parse) {
    return parsed(name, parse, null);
  }

  private <T> @Nullable T parsed(String name, Function<String, T> parse, @Nullable String words) {
    Tree.Leaf leaf = leaf(name);
    if (leaf == null) {
      return null;
    }
    try {
      return parse.apply(leaf.text());
    } catch (IllegalArgumentException e) {
      wrong(name, words == null ? String.valueOf(e.getMessage()) : words);
      return null;
    }
  }

  /** One text, or several: {@code a}, {@code [a, b]}. */
  List<String> texts(String name) {
    Tree value = get(name);
    List<String> texts = new ArrayList<>();
    if (value instanceof Tree.Leaf leaf && !leaf.isNull()) {
      texts.add(leaf.text());
    } else if (value instanceof Tree.Items items) {
      for (Tree item : items.items()) {
        if (item instanceof Tree.Leaf leaf) {
          texts.add(leaf.text());
        } else {
          wrong(name, "must be a list of words");
        }
      }
    } else if (value instanceof Tree.Fields) {
      wrong(name, "must be a list of words");
    }
    return texts;
  }

  /** The parts of a list. */
  List<Tree.Fields> parts(String name) {
    Tree value = get(name);
    List<Tree.Fields> parts = new ArrayList<>();
    if (value == null || value instanceof Tree.Leaf leaf && leaf.isNull()) {
      return parts;
    }
    if (!(value instanceof Tree.Items items)) {
      wrong(name, "must be a list");
      return parts;
    }
    for (Tree item : items.items()) {
      if (item instanceof Tree.Fields part) {
        parts.add(part);
      } else {
        faults.add("MOD-SCN-004", item.line(), name + " must be a list of {...}", null);
      }
    }
    return parts;
  }

  /** A part with fields of its own; without any if it is not there. */
  Tree.Fields part(String name) {
    Tree value = get(name);
    if (value instanceof Tree.Fields part) {
      return part;
    }
    if (value != null && !(value instanceof Tree.Leaf leaf && leaf.isNull())) {
      wrong(name, "must have fields of its own, as in {a: b}");
    }
    return Tree.Fields.none(line(name));
  }

  /** Values of attributes by their names: text, numbers, booleans, lists of texts. */
  Map<String, Object> values(String name) {
    Map<String, Object> values = new LinkedHashMap<>();
    Tree.Fields part = part(name);
    part.values()
        .forEach(
            (key, value) -> {
              String written = part.names().get(key).text();
              if (value instanceof Tree.Leaf leaf) {
                if (!leaf.isNull()) {
                  values.put(written, leaf.value());
                }
              } else if (value instanceof Tree.Items items) {
                values.put(
                    written,
                    items.items().stream()
                        .filter(Tree.Leaf.class::isInstance)
                        .map(item -> ((Tree.Leaf) item).text())
                        .toList());
              }
            });
    return values;
  }

  void wrong(String name, String message) {
    faults.add("MOD-SCN-004", line(name), name + ": " + message, null);
  }
}
