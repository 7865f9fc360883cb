package org.moderato.release.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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

/** Finds out what the columns of a policy table mean, from the names in its first row. */
final class HeaderReader {

  private static final List<String> UNIVERSAL =
      List.of("Id", "Valid from", "Valid to", "Enabled", "Mode", "Why", "Notes", "Overrides");

  private static final Map<String, Class<?>> LIMITING =
      Map.of("whenReached", Waiting.class, "waitAtMost", Span.class, "askAgainAfter", Span.class);

  private static final Map<String, Class<?>> COUNTING =
      Map.of("window", Window.class, "level", Level.class, "same", List.class);

  private final SheetGrid sheet;
  private final TableType type;
  private final Map<String, Attribute> attributes;
  private final Problems problems;

  HeaderReader(
      SheetGrid sheet, TableType type, Map<String, Attribute> attributes, Problems problems) {
    this.sheet = sheet;
    this.type = type;
    this.attributes = attributes;
    this.problems = problems;
  }

  /** The columns by their position, from 0. */
  Map<Integer, Column> read() {
    Map<Integer, Column> columns = new TreeMap<>();
    Map<Column, GridCell> seen = new HashMap<>();
    Map<Integer, GridCell> headers = sheet.rows().isEmpty() ? Map.of() : sheet.rows().get(0);
    headers.forEach(
        (position, header) -> {
          Optional<Column> column = column(header.text());
          column.ifPresentOrElse(
              known -> add(columns, seen, position, header, known), () -> reportUnknown(header));
        });
    requireAll(seen.keySet());
    return columns;
  }

  private void add(
      Map<Integer, Column> columns,
      Map<Column, GridCell> seen,
      int position,
      GridCell header,
      Column column) {
    GridCell before = seen.putIfAbsent(column, header);
    if (before != null) {
      String message =
          "The column \"" + header.text() + "\" is there twice, in " + before.address();
      problems.error("MOD-TAB-003", sheet, header.address(), message, "Delete one of them");
      return;
    }
    columns.put(position, column);
  }

  private Optional<Column> column(String header) {
    String key = Names.key(header);
    for (Field field : type.fields()) {
      if (Names.key(field.name()).equals(key)) {
        return Optional.of(new Column.Own(field));
      }
    }
    if (UNIVERSAL.stream().anyMatch(name -> Names.key(name).equals(key))) {
      return Optional.of(new Column.Universal(key));
    }
    return inherited(key).or(() -> counts(key)).or(() -> match(key));
  }

  private Optional<Column> inherited(String key) {
    return inheritedFields().entrySet().stream()
        .filter(field -> Names.key(field.getKey()).equals(key))
        .<Column>map(field -> new Column.Inherited(field.getKey(), field.getValue()))
        .findFirst();
  }

  private Map<String, Class<?>> inheritedFields() {
    Map<String, Class<?>> fields = new TreeMap<>();
    if (type.base() != Base.POLICY) {
      fields.putAll(LIMITING);
    }
    if (type.base() == Base.COUNTING) {
      fields.putAll(COUNTING);
    }
    return fields;
  }

  /** {@code Counts category} and {@code After category} are the same thing. */
  private Optional<Column> counts(String key) {
    if (type.base() != Base.COUNTING) {
      return Optional.empty();
    }
    String counted = key.startsWith("counts") ? key.substring(6) : afterOf(key);
    if (counted == null || counted.isEmpty()) {
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

  private static @Nullable String afterOf(String key) {
    return key.startsWith("after") ? key.substring(5) : null;
  }

  private Optional<Column> match(String key) {
    return Optional.ofNullable(attributes.get(key))
        .filter(attribute -> attribute.owner() != Attribute.Owner.CONTACT)
        .map(Column.Match::new);
  }

  private void reportUnknown(GridCell header) {
    List<String> known = new ArrayList<>(UNIVERSAL);
    type.fields().forEach(field -> known.add(words(field.name())));
    inheritedFields().keySet().forEach(field -> known.add(words(field)));
    attributes.values().forEach(attribute -> known.add(words(attribute.name())));
    if (type.base() == Base.COUNTING) {
      Stream.of("outcome", "priority", "channel", "category", "department")
          .forEach(name -> known.add("Counts " + name));
    }
    String message = "\"" + header.text() + "\" is not a column of " + type.title();
    String hint =
        Suggestions.nearest(header.text(), known)
            .map(nearest -> "Did you mean " + nearest + "?")
            .orElse("Name it after a field of the table or an attribute, or declare an attribute");
    problems.error("MOD-TAB-002", sheet, header.address(), message, hint);
  }

  private void requireAll(Set<Column> columns) {
    for (Field field : type.fields()) {
      if (field.required() && !columns.contains(new Column.Own(field))) {
        reportMissing(field.name());
      }
    }
    for (String name : type.requires()) {
      Class<?> fieldType = inheritedFields().get(name);
      if (fieldType != null && !columns.contains(new Column.Inherited(name, fieldType))) {
        reportMissing(name);
      }
    }
  }

  private void reportMissing(String field) {
    String message = "The column \"" + words(field) + "\" is missing";
    problems.error("MOD-TAB-004", sheet, "A1", message, "Add it in row 1");
  }

  /** {@code atMost} becomes {@code At most}. */
  static String words(String field) {
    String words = field.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
