package org.moderato.release.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.moderato.strategy.Names;

/** A reserved sheet with a header of known names: rows of cells by column name. */
final class SimpleTable {

  private final SheetGrid sheet;
  private final Map<String, Integer> columns = new HashMap<>();

  SimpleTable(SheetGrid sheet, List<String> known, Problems problems) {
    this.sheet = sheet;
    for (int column : sheet.rows().isEmpty() ? List.<Integer>of() : sorted(sheet)) {
      GridCell header = sheet.cell(0, column);
      Optional<String> name =
          known.stream().filter(k -> Names.key(k).equals(Names.key(header.text()))).findFirst();
      if (name.isEmpty()) {
        String message = "\"" + header.text() + "\" is not a column of this sheet";
        String hint = Suggestions.hint(header.text(), known);
        problems.error("MOD-TAB-002", sheet, header.address(), message, hint);
      }
      name.ifPresent(n -> columns.put(n, column));
    }
  }

  private static List<Integer> sorted(SheetGrid sheet) {
    return sheet.rows().get(0).keySet().stream().sorted().toList();
  }

  /** The rows that are not blank, from 1. */
  List<Integer> rows() {
    List<Integer> rows = new ArrayList<>();
    for (int row = 1; row <= sheet.lastRow(); row++) {
      if (!sheet.isBlankRow(row)) {
        rows.add(row);
      }
    }
    return rows;
  }

  GridCell cell(int row, String column) {
    Integer position = columns.get(column);
    // A column that is not there reads as blank, at the row's first cell.
    return position == null
        ? new GridCell(SheetGrid.address(row, 0), GridCell.Kind.BLANK, null)
        : sheet.cell(row, position);
  }
}
