package org.moderato.release.workbook;

import java.util.List;
import java.util.Optional;
import org.moderato.strategy.Names;
import org.moderato.strategy.table.Attribute;
import org.moderato.strategy.table.Mode;
import org.moderato.strategy.table.TableType;
import org.moderato.strategy.table.ValueMatch;
import org.moderato.strategy.time.Span;

/** What a column of a policy table means, and how a cell of it is read. */
sealed interface Column {

  /**
   * Reads a cell that is not blank.
   *
   * @throws IllegalArgumentException with words for the person at the cell
   */
  void read(GridCell cell, RowDraft row);

  /** Whether its cells are words for people, in which any character may stand. */
  default boolean isProse() {
    return false;
  }

  /** What every table has. */
  enum Universal implements Column {
    ID("Id"),
    VALID_FROM("Valid from"),
    VALID_TO("Valid to"),
    ENABLED("Enabled"),
    MODE("Mode"),
    WHY("Why"),
    NOTES("Notes"),
    OVERRIDES("Overrides");

    private final String header;

    Universal(String header) {
      this.header = header;
    }

    String header() {
      return header;
    }

    static Optional<Universal> named(String key) {
      for (Universal column : values()) {
        if (Names.key(column.header).equals(key)) {
          return Optional.of(column);
        }
      }
      return Optional.empty();
    }

    @Override
    public boolean isProse() {
      return this == WHY || this == NOTES;
    }

    @Override
    public void read(GridCell cell, RowDraft row) {
      switch (this) {
        case ID -> row.setId(id(cell));
        case VALID_FROM -> row.setValidFrom(CellValues.date(cell));
        case VALID_TO -> row.setValidTo(CellValues.date(cell));
        case ENABLED -> row.setEnabled(CellValues.yesNo(cell));
        case MODE -> row.setMode(mode(cell));
        case WHY -> row.setWhy(cell.text());
        case OVERRIDES -> row.setOverrides(CellValues.list(cell));
        case NOTES -> {}
      }
    }

    private static String id(GridCell cell) {
      String id = CellValues.text(cell);
      if (Names.word(id).equals("general")) {
        throw new IllegalArgumentException(
            "\"general\" cannot be an Id: in Overrides it means all wider rows; choose another");
      }
      return id;
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
  }

  /** What limiting and counting tables inherit, such as {@code waitAtMost}. */
  record Inherited(String field, Class<?> type) implements Column {

    @Override
    public void read(GridCell cell, RowDraft row) {
      Object value = CellValues.read(cell, type);
      if (field.equals("same")) {
        row.checkSame(CellValues.list(cell), cell);
      }
      if (field.equals("askAgainAfter") && value instanceof Span span) {
        CellValues.positive(span);
      }
      row.put(field, value);
    }
  }

  /** A field that the type declares. */
  record Own(TableType.Field field) implements Column {

    @Override
    public void read(GridCell cell, RowDraft row) {
      Object value = CellValues.read(cell, field.type());
      String vocabulary = field.vocabulary();
      if (vocabulary != null && value instanceof String word) {
        row.check(vocabulary, List.of(word), cell);
      }
      if (vocabulary != null && value instanceof List<?>) {
        row.check(vocabulary, CellValues.list(cell), cell);
      }
      row.put(field.name(), value);
    }
  }

  /** Which messages the row speaks of. */
  record Match(Attribute attribute) implements Column {

    @Override
    public void read(GridCell cell, RowDraft row) {
      MatchCells.Matched matched = MatchCells.read(cell, attribute.type());
      row.check(attribute.name(), matched.written(), cell);
      row.match(attribute, matched.match());
    }
  }

  /** Which contacts the row counts. */
  record Counts(Attribute attribute) implements Column {

    @Override
    public void read(GridCell cell, RowDraft row) {
      MatchCells.Matched matched = MatchCells.read(cell, attribute.type());
      row.check(attribute.name(), matched.written(), cell);
      row.count(attribute, matched.match());
    }
  }

  /** Which outcomes of contacts the row counts. */
  record CountsOutcome() implements Column {

    @Override
    public void read(GridCell cell, RowDraft row) {
      MatchCells.Matched matched = MatchCells.read(cell, Attribute.Type.TEXT);
      row.check("outcome", matched.written(), cell);
      row.countOutcome(matched.match());
    }
  }

  /** Which priorities of contacts the row counts. */
  record CountsPriority() implements Column {

    @Override
    public void read(GridCell cell, RowDraft row) {
      boolean isHigher = Names.word(cell.text()).equals("higher");
      ValueMatch match =
          isHigher ? ValueMatch.ANY : MatchCells.read(cell, Attribute.Type.NUMBER).match();
      row.countPriority(match, isHigher);
    }
  }
}
