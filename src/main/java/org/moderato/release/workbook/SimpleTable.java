package org.moderato.release.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.moderato.strategy.Names;
import org.moderato.words.Suggestions;

/** A reserved sheet with a header of known names: rows of cells by column name. */
final class SimpleTable {

  private final SheetGrid sheet;
  private final Problems problems;
  private final Map<String, Integer> columns = new HashMap<>();

  /**
   * @param required names of columns that must be there
   * @param optional names of other columns; {@code Notes} may always be there
   */
  SimpleTable(SheetGrid sheet, List<String> required, List<String> optional, Problems problems) {
    this.sheet = sheet;
    this.problems = problems;
    List<String> known = new ArrayList<>(required);
    known.addAll(optional);
    known.add("Notes");
    if (sheet.lastRow() < 0) {
      return;
    }
    SheetChecks.merged(sheet, problems);
    SheetChecks.values(sheet, problems);
    SheetChecks.hidden(sheet, "MOD-TAB-018", problems);
    sheet.rows().get(0).values().forEach(header -> read(header, known));
    SheetChecks.nameless(sheet, problems);
    for (String name : required) {
      if (!columns.containsKey(name)) {
        String message = "The column \"" + name + "\" is missing";
        problems.error("MOD-TAB-004", sheet, "A1", message, "Add it in row 1");
      }
    }
  }

  private void read(GridCell header, List<String> known) {
    Optional<String> name =
        known.stream().filter(k -> Names.key(k).equals(Names.key(header.text()))).findFirst();
    if (name.isEmpty()) {
      String message = "\"" + header.text() + "\" is not a column of the sheet " + sheet.name();
      problems.error("MOD-TAB-002", sheet, header, message, Suggestions.hint(header.text(), known));
    } else if (columns.putIfAbsent(name.get(), header.column()) != null) {
      String message = "The column \"" + header.text() + "\" is there already";
      problems.error("MOD-TAB-003", sheet, header, message, "Delete one of them");
    }
  }

  /** The rows that are not blank, from 1, if the columns that must be there are. */
  List<Integer> rows(String required) {
    List<Integer> rows = new ArrayList<>();
    for (int row = 1; row <= sheet.lastRow() && columns.containsKey(required); row++) {
      if (!sheet.isBlankRow(row)) {
        rows.add(row);
      }
    }
    return rows;
  }

  /**
   * A cell; a column that is not there reads as blank, at the row's first cell, and so does a cell
   * that is reported already.
   */
  GridCell cell(int row, String column) {
    GridCell cell = raw(row, column);
    return isReported(cell) ? GridCell.blank(row, cell.column()) : cell;
  }

  private GridCell raw(int row, String column) {
    Integer position = columns.get(column);
    return position == null ? GridCell.blank(row, 0) : sheet.cell(row, position);
  }

  private static boolean isReported(GridCell cell) {
    return cell.kind() == GridCell.Kind.FORMULA || cell.kind() == GridCell.Kind.ERROR;
  }

  /** Whether a cell has a value; reports it as missing if not. */
  boolean isFilled(int row, String column) {
    GridCell cell = raw(row, column);
    if (cell.isBlank() && columns.containsKey(column)) {
      String message = "\"" + column + "\" is blank";
      problems.error("MOD-TAB-005", sheet, cell, message, "Every row of this sheet needs it");
    }
    return !cell.isBlank() && !isReported(cell);
  }
}
