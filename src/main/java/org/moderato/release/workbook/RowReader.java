package org.moderato.release.workbook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Names;
import org.moderato.strategy.table.Attribute;
import org.moderato.strategy.table.CountedContacts;
import org.moderato.strategy.table.Mode;
import org.moderato.strategy.table.RowData;
import org.moderato.strategy.table.RowHead;
import org.moderato.strategy.table.Scope;
import org.moderato.strategy.table.Source;
import org.moderato.strategy.table.TableType;
import org.moderato.strategy.table.TableType.Field;
import org.moderato.strategy.table.ValueMatch;

/** Reads one row of a policy table. */
final class RowReader {

  private final SheetGrid sheet;
  private final TableType type;
  private final Map<Integer, Column> columns;
  private final int row;
  private final Words words;
  private final Problems problems;

  private final Map<String, GridCell> universal = new HashMap<>();
  private final Map<String, Object> values = new HashMap<>();
  private final Map<Attribute, ValueMatch> scope = new HashMap<>();
  private final Map<Attribute, ValueMatch> counts = new HashMap<>();
  private ValueMatch outcome = ValueMatch.ANY;
  private ValueMatch priority = ValueMatch.ANY;
  private boolean onlyHigherPlanned;
  private boolean isWrong;

  RowReader(PolicySheet.Context context, int row) {
    this.sheet = context.sheet();
    this.type = context.type();
    this.columns = context.columns();
    this.words = context.words();
    this.problems = context.problems();
    this.row = row;
  }

  /** The row; empty if there is something wrong with it, or it is not enabled. */
  Optional<RowData> read() {
    for (Map.Entry<Integer, GridCell> cell : sheet.rows().get(row).entrySet()) {
      Column column = columns.get(cell.getKey());
      if (column != null) {
        readCell(column, cell.getValue());
      } else if (sheet.cell(0, cell.getKey()).isBlank()) {
        wrong("MOD-TAB-017", cell.getValue(), "The column has no name in row 1", "Give it one");
      }
    }
    requireAll();
    boolean enabled = parsed("enabled", CellValues::yesNo).orElse(true);
    RowHead head = head();
    return isWrong || !enabled ? Optional.empty() : Optional.of(new RowData(type, head, all()));
  }

  private void readCell(Column column, GridCell cell) {
    if (cell.kind() == GridCell.Kind.FORMULA) {
      wrong("MOD-TAB-009", cell, "The cell holds the formula " + cell.text(), "Write its value");
      return;
    }
    if (cell.kind() == GridCell.Kind.ERROR) {
      wrong("MOD-TAB-010", cell, "The cell holds the error " + cell.text(), "Write a value");
      return;
    }
    try {
      put(column, cell);
    } catch (IllegalArgumentException e) {
      wrong("MOD-TAB-006", cell, String.valueOf(e.getMessage()), null);
    }
  }

  private void put(Column column, GridCell cell) {
    if (column instanceof Column.Universal u) {
      universal.put(u.key(), cell);
    } else if (column instanceof Column.Inherited inherited) {
      values.put(inherited.field(), CellValues.read(cell, inherited.type()));
    } else if (column instanceof Column.Own own) {
      values.put(own.field().name(), ownValue(own.field(), cell));
    } else if (column instanceof Column.Match match) {
      putMatch(scope, match.attribute(), cell);
    } else if (column instanceof Column.Counts counted) {
      putMatch(counts, counted.attribute(), cell);
    } else if (column instanceof Column.CountsOutcome) {
      check("outcome", CellLists.written(cell.text()), cell);
      outcome = CellLists.words(cell.text());
    } else if (Names.word(cell.text()).equals("higher")) {
      onlyHigherPlanned = true;
    } else {
      priority = CellLists.numbers(cell.text());
    }
  }

  private Object ownValue(Field field, GridCell cell) {
    Object value = CellValues.read(cell, field.type());
    if (field.vocabulary() != null && value instanceof String word) {
      check(field.vocabulary(), List.of(word), cell);
    }
    if (field.vocabulary() != null && value instanceof List<?> list) {
      check(field.vocabulary(), list.stream().map(String::valueOf).toList(), cell);
    }
    return value;
  }

  private void putMatch(Map<Attribute, ValueMatch> matches, Attribute attribute, GridCell cell) {
    ValueMatch match =
        switch (attribute.type()) {
          case NUMBER -> CellLists.numbers(cell.text());
          case BOOLEAN -> CellLists.words(String.valueOf(CellValues.yesNo(cell)));
          case DATE -> CellLists.words(CellValues.date(cell).toString());
          case TEXT -> CellLists.words(cell.text());
        };
    if (attribute.type() == Attribute.Type.TEXT) {
      check(attribute.name(), CellLists.written(cell.text()), cell);
    }
    matches.put(attribute, match);
  }

  private void check(String vocabulary, List<String> written, GridCell cell) {
    for (String word : written) {
      words
          .check(vocabulary, word)
          .ifPresent(unknown -> wrong("MOD-TAB-007", cell, unknown.message(), unknown.hint()));
    }
  }

  private void requireAll() {
    columns.forEach(
        (position, column) -> {
          if (column instanceof Column.Own own && own.field().required()) {
            require(own.field().name(), position);
          }
          if (column instanceof Column.Inherited in && type.requires().contains(in.field())) {
            require(in.field(), position);
          }
        });
  }

  private void require(String field, int position) {
    GridCell cell = sheet.cell(row, position);
    if (cell.isBlank()) {
      String message = "\"" + HeaderReader.words(field) + "\" is blank";
      wrong("MOD-TAB-005", cell, message, "Every row of this table needs a value here");
    }
  }

  private void wrong(String code, GridCell cell, String message, @Nullable String hint) {
    isWrong = true;
    problems.error(code, sheet, cell.address(), message, hint);
  }

  private <T> Optional<T> parsed(String key, Function<GridCell, T> reader) {
    GridCell cell = universal.get(key);
    if (cell == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader.apply(cell));
    } catch (IllegalArgumentException e) {
      wrong("MOD-TAB-006", cell, String.valueOf(e.getMessage()), null);
      return Optional.empty();
    }
  }

  private RowHead head() {
    Optional<LocalDate> from = parsed("validfrom", CellValues::date);
    Optional<LocalDate> to = parsed("validto", CellValues::date);
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      GridCell cell = universal.get("validto");
      String message = "\"Valid to\" lies before \"Valid from\"";
      wrong("MOD-TAB-013", Objects.requireNonNull(cell), message, null);
    }
    Optional<String> id = parsed("id", GridCell::text);
    return new RowHead(
        id.orElseGet(this::hash),
        id.isPresent(),
        type.name(),
        type.title(),
        type.kind(),
        new Source(sheet.file(), sheet.name(), row + 1),
        new Scope(withoutAny(scope)),
        from.orElse(null),
        to.orElse(null),
        parsed("mode", RowReader::mode).orElse(Mode.ENFORCE),
        parsed("why", GridCell::text).orElse(null),
        parsed("overrides", cell -> CellLists.list(cell.text())).orElse(List.of()));
  }

  private static Mode mode(GridCell cell) {
    return switch (Names.word(cell.text())) {
      case "enforce" -> Mode.ENFORCE;
      case "shadow" -> Mode.SHADOW;
      default ->
          throw new IllegalArgumentException(
              "\"" + cell.text() + "\" is not a mode; write enforce or shadow");
    };
  }

  private Map<String, Object> all() {
    if (type.base() == TableType.Base.COUNTING) {
      values.put("counts", countedContacts());
    }
    return values;
  }

  /** The row's own filter on messages, unless a column about counted contacts says otherwise. */
  private CountedContacts countedContacts() {
    Map<Attribute, ValueMatch> counted =
        new HashMap<>(new Scope(scope).only(a -> a.owner() == Attribute.Owner.MESSAGE).matches());
    counted.putAll(counts);
    return new CountedContacts(
        new Scope(withoutAny(counted)), outcome, priority, onlyHigherPlanned);
  }

  private static Map<Attribute, ValueMatch> withoutAny(Map<Attribute, ValueMatch> matches) {
    Map<Attribute, ValueMatch> some = new HashMap<>(matches);
    some.values().removeIf(ValueMatch.Any.class::isInstance);
    return some;
  }

  /** Names the row by what its cells say, so that it stays itself when it is moved. */
  private String hash() {
    StringBuilder cells = new StringBuilder(type.name());
    columns.forEach(
        (position, column) ->
            cells
                .append('\0')
                .append(sheet.cell(0, position).text())
                .append('=')
                .append(sheet.cell(row, position).text()));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(cells.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
