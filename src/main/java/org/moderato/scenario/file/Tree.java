package org.moderato.scenario.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.moderato.strategy.Names;

/** A part of a YAML document that knows its line, from 1. */
sealed interface Tree {

  int line();

  /** Replaces each {@code <name>} by a value of a parameter table. */
  Tree with(Map<String, Leaf> parameters);

  /** The names that stand for values of a parameter table, each with its line. */
  Stream<Fields.Name> parameters();

  /** The names that stand twice in one part, where they stand the second time. */
  Stream<Fields.Name> repeated();

  /**
   * One value.
   *
   * @param text as written; empty for null
   * @param type what YAML takes it for
   */
  record Leaf(int line, String text, Type type) implements Tree {

    private static final Pattern PARAMETER = Pattern.compile("<([^<>]+)>");

    /** What YAML takes a value for. */
    enum Type {
      TEXT,
      NUMBER,
      BOOLEAN,
      NULL
    }

    @Override
    public Tree with(Map<String, Leaf> parameters) {
      Matcher whole = PARAMETER.matcher(text);
      if (whole.matches() && parameters.containsKey(Names.key(whole.group(1)))) {
        return parameters.get(Names.key(whole.group(1)));
      }
      String filled =
          whole.replaceAll(
              match -> {
                Leaf value = parameters.get(Names.key(match.group(1)));
                return Matcher.quoteReplacement(value == null ? match.group() : value.text());
              });
      return new Leaf(line, filled, type);
    }

    @Override
    public Stream<Fields.Name> parameters() {
      return PARAMETER.matcher(text).results().map(m -> new Fields.Name(m.group(1), line));
    }

    @Override
    public Stream<Fields.Name> repeated() {
      return Stream.empty();
    }

    boolean isNull() {
      return type == Type.NULL;
    }

    /** Text, whole or decimal number, or boolean. */
    Object value() {
      return switch (type) {
        case BOOLEAN -> text.equalsIgnoreCase("true");
        case NUMBER -> number();
        case TEXT, NULL -> text;
      };
    }

    private Object number() {
      try {
        return Long.valueOf(text);
      } catch (NumberFormatException e) {
        return Double.valueOf(text);
      }
    }
  }

  /** Several values in order. */
  record Items(int line, List<Tree> items) implements Tree {

    public Items {
      items = List.copyOf(items);
    }

    @Override
    public Tree with(Map<String, Leaf> parameters) {
      List<Tree> filled = new ArrayList<>();
      items.forEach(item -> filled.add(item.with(parameters)));
      return new Items(line, filled);
    }

    @Override
    public Stream<Fields.Name> parameters() {
      return items.stream().flatMap(Tree::parameters);
    }

    @Override
    public Stream<Fields.Name> repeated() {
      return items.stream().flatMap(Tree::repeated);
    }
  }

  /**
   * Named values in order.
   *
   * @param names as written, by the form in which they are compared
   * @param again names of this part that stand here a second time
   */
  record Fields(int line, Map<String, Name> names, Map<String, Tree> values, List<Name> again)
      implements Tree {

    /** A name as it was written, and where. */
    record Name(String text, int line) {}

    public Fields {
      names = new LinkedHashMap<>(names);
      values = new LinkedHashMap<>(values);
      again = List.copyOf(again);
    }

    Fields(int line, Map<String, Name> names, Map<String, Tree> values) {
      this(line, names, values, List.of());
    }

    static Fields none(int line) {
      return new Fields(line, Map.of(), Map.of());
    }

    @Override
    public Tree with(Map<String, Leaf> parameters) {
      Map<String, Tree> filled = new LinkedHashMap<>();
      values.forEach((name, value) -> filled.put(name, value.with(parameters)));
      return new Fields(line, names, filled, again);
    }

    @Override
    public Stream<Name> parameters() {
      return values.values().stream().flatMap(Tree::parameters);
    }

    @Override
    public Stream<Name> repeated() {
      return Stream.concat(again.stream(), values.values().stream().flatMap(Tree::repeated));
    }

    /** The same with other values; names that have none are gone. */
    Fields only(Map<String, Tree> kept) {
      Map<String, Name> keptNames = new LinkedHashMap<>(names);
      keptNames.keySet().retainAll(kept.keySet());
      return new Fields(line, keptNames, kept, again);
    }

    /** These fields, and those of the other that are not among them; inner fields likewise. */
    Fields over(Fields defaults) {
      Map<String, Name> allNames = new LinkedHashMap<>(defaults.names);
      Map<String, Tree> all = new LinkedHashMap<>(defaults.values);
      allNames.putAll(names);
      values.forEach(
          (name, value) -> {
            Tree usual = all.get(name);
            boolean bothHaveFields = value instanceof Fields && usual instanceof Fields;
            all.put(name, bothHaveFields ? ((Fields) value).over((Fields) usual) : value);
          });
      return new Fields(
          line, allNames, all, Stream.concat(defaults.again.stream(), again.stream()).toList());
    }
  }
}
