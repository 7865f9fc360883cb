package org.moderato.release.workbook;

import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellReference;

/**
 * One sheet as a grid of values.
 *
 * @param file path of its workbook inside the strategy
 * @param name its name
 * @param rows the non-blank cells of each row by column, both from 0; rows may be empty
 * @param merged addresses of the first cells of merged regions that reach below the header
 * @param hiddenRows rows that a person does not see, from 0
 */
record SheetGrid(
    String file,
    String name,
    List<Map<Integer, GridCell>> rows,
    List<String> merged,
    List<Integer> hiddenRows) {

  SheetGrid {
    rows = List.copyOf(rows);
    merged = List.copyOf(merged);
    hiddenRows = List.copyOf(hiddenRows);
  }

  static String address(int row, int column) {
    return CellReference.convertNumToColString(column) + (row + 1);
  }

  GridCell cell(int row, int column) {
    GridCell cell = row < rows.size() ? rows.get(row).get(column) : null;
    return cell != null ? cell : new GridCell(address(row, column), GridCell.Kind.BLANK, null);
  }

  boolean isBlankRow(int row) {
    return row >= rows.size() || rows.get(row).isEmpty();
  }

  /** Row of the last cell with a value, from 0; -1 for an empty sheet. */
  int lastRow() {
    int last = rows.size() - 1;
    while (last >= 0 && rows.get(last).isEmpty()) {
      last--;
    }
    return last;
  }
}
