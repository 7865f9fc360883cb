package org.moderato.release.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Names;
import org.moderato.strategy.table.Attribute;
import org.moderato.strategy.table.Level;
import org.moderato.strategy.table.TableType;
import org.moderato.strategy.table.TableType.Base;
import org.moderato.strategy.table.TableType.Field;
import org.moderato.strategy.table.Waiting;
import org.moderato.strategy.time.Span;
import org.moderato.strategy.time.Window;
import org.moderato.words.Suggestions;

/** Finds out what the columns of a policy table mean, from the names in its first row. */
final class HeaderReader {

  private static final Map<String, Class<?>> LIMITING =
      Map.of("whenReached", Waiting.class, "waitAtMost", Span.class, "askAgainAfter", Span.class);

  private static final Map<String, Class<?>> COUNTING =
      Map.of("window", Window.class, "level", Level.class, "same", List.class);

  /** Nobody writes more rows of titles above a table. */
  private static final int TITLES = 6;

  private final SheetGrid sheet;
  private final TableType type;
  private final Map<String, Attribute> attributes;
  private final Problems problems;
  private final SortedMap<String, Class<?>> inherited = new TreeMap<>();

  private final SortedMap<Integer, Column> columns = new TreeMap<>();
  private final Map<Column, GridCell> seen = new HashMap<>();
  private boolean hasUnknown;

  HeaderReader(
      SheetGrid sheet, TableType type, Map<String, Attribute> attributes, Problems problems) {
    this.sheet = sheet;
    this.type = type;
    this.attributes = attributes;
    this.problems = problems;
    inherited.putAll(inherited(type));
  }

  private static Map<String, Class<?>> inherited(TableType type) {
    Map<String, Class<?>> inherited = new HashMap<>();
    if (type.base() != Base.POLICY) {
      inherited.putAll(LIMITING);
    }
    if (type.base() == Base.COUNTING) {
      inherited.putAll(COUNTING);
    }
    return inherited;
  }

  /** Names of the fields that a table has beside those of every table. */
  static Stream<String> fields(TableType type) {
    return Stream.concat(
        type.fields().stream().map(Field::name), inherited(type).keySet().stream());
  }

  /** The columns by their position, from 0. */
  Map<Integer, Column> read() {
    for (GridCell header : sheet.rows().get(0).values()) {
      readHeader(header);
    }
    SheetChecks.nameless(sheet, problems);
    requireAll();
    return columns;
  }

  /** The row, from 0, in which the names stand if the first row has none of them. */
  Optional<Integer> rowOfNames() {
    if (namesIn(0) > 0) {
      return Optional.of(0);
    }
    return IntStream.range(1, Math.min(TITLES, sheet.rows().size()))
        .filter(row -> namesIn(row) > 1)
        .boxed()
        .findFirst();
  }

  private long namesIn(int row) {
    return sheet.rows().get(row).values().stream()
        .filter(cell -> column(Names.key(cell.text())).isPresent())
        .count();
  }

  private void readHeader(GridCell header) {
    if (header.kind() == GridCell.Kind.FORMULA) {
      String message = SheetChecks.formula(header);
      problems.error("MOD-TAB-009", sheet, header, message, SheetChecks.FORMULA_HINT);
      hasUnknown = true;
      return;
    }
    Optional<Column> column = column(Names.key(header.text()));
    if (column.isEmpty()) {
      hasUnknown = true;
      reportUnknown(header);
      return;
    }
    GridCell before = seen.putIfAbsent(column.get(), header);
    if (before == null) {
      columns.put(header.column(), column.get());
      return;
    }
    String message =
        "The column \"" + header.text() + "\" is there already, in " + before.address();
    problems.error("MOD-TAB-003", sheet, header, message, "Delete one of them");
  }

  private Optional<Column> column(String key) {
    return own(key)
        .or(() -> Column.Universal.named(key))
        .or(() -> inherited(key))
        .or(() -> counts(key))
        .or(() -> match(key));
  }

  private Optional<Column> own(String key) {
    return type.fields().stream()
        .filter(field -> Names.key(field.name()).equals(key))
        .<Column>map(Column.Own::new)
        .findFirst();
  }

  private Optional<Column> inherited(String key) {
    return inherited.entrySet().stream()
        .filter(field -> Names.key(field.getKey()).equals(key))
        .<Column>map(field -> new Column.Inherited(field.getKey(), field.getValue()))
        .findFirst();
  }

  /** {@code Counts category} and {@code After category} are the same thing. */
  private Optional<Column> counts(String key) {
    String counted = type.base() == Base.COUNTING ? countedOf(key) : null;
    if (counted == null) {
      return Optional.empty();
    }
    return switch (counted) {
      case "outcome" -> Optional.of(new Column.CountsOutcome());
      case "priority" -> Optional.of(new Column.CountsPriority());
      default ->
          Optional.ofNullable(attributes.get(counted))
              .filter(attribute -> attribute.owner() != Attribute.Owner.CUSTOMER)
              .map(Column.Counts::new);
    };
  }

  private static @Nullable String countedOf(String key) {
    if (key.startsWith("counts")) {
      return key.substring("counts".length());
    }
    return key.startsWith("after") ? key.substring("after".length()) : null;
  }

  private Optional<Column> match(String key) {
    return Optional.ofNullable(attributes.get(key))
        .filter(attribute -> attribute.owner() != Attribute.Owner.CONTACT)
        .map(Column.Match::new);
  }

  private void reportUnknown(GridCell header) {
    String message = "\"" + header.text() + "\" is not a column of " + type.title();
    // Of an attribute that only contacts have, only the column that counts them.
    String counts = "Counts " + Names.key(header.text());
    String hint =
        known().stream()
            .filter(known -> Names.key(known).equals(Names.key(counts)))
            .findFirst()
            .or(() -> Suggestions.nearest(header.text(), known()))
            .map(nearest -> "Did you mean " + nearest + "?")
            .orElse("Name it after a column of this table, or declare it in the sheet Attributes");
    problems.error("MOD-TAB-002", sheet, header, message, hint);
  }

  private Set<String> known() {
    Set<String> known = new TreeSet<>();
    Stream.of(Column.Universal.values()).map(Column.Universal::header).forEach(known::add);
    fields(type).map(HeaderReader::words).forEach(known::add);
    for (Attribute attribute : attributes.values()) {
      if (attribute.owner() != Attribute.Owner.CONTACT) {
        known.add(words(attribute.name()));
      }
      if (type.base() == Base.COUNTING && attribute.owner() != Attribute.Owner.CUSTOMER) {
        known.add("Counts " + attribute.name());
        known.add("After " + attribute.name());
      }
    }
    if (type.base() == Base.COUNTING) {
      known.add("Counts outcome");
      known.add("Counts priority");
    }
    return known;
  }

  private void requireAll() {
    List<String> missing = new ArrayList<>();
    for (Field field : type.fields()) {
      if (field.required() && !seen.containsKey(new Column.Own(field))) {
        missing.add(words(field.name()));
      }
    }
    for (String name : new TreeSet<>(type.requires())) {
      Class<?> fieldType = inherited.get(name);
      if (fieldType != null && !seen.containsKey(new Column.Inherited(name, fieldType))) {
        missing.add(words(name));
      }
    }
    for (String name : missing) {
      String message = "The column \"" + name + "\" is missing";
      String hint = hasUnknown ? "Add it, or mend the name of another one" : "Add it in row 1";
      problems.error("MOD-TAB-004", sheet, "A1", message, hint);
    }
  }

  /** {@code atMost} becomes {@code At most}. */
  static String words(String field) {
    String words = field.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
