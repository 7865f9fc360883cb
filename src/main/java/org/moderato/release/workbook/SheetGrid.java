package org.moderato.release.workbook;

import java.util.List;
import java.util.SortedMap;

/**
 * One sheet as a grid of values.
 *
 * @param file path of its workbook inside the strategy
 * @param name its name
 * @param rows the non-blank cells of each row by column, both from 0; rows may be empty
 * @param look how it is laid out
 */
record SheetGrid(String file, String name, List<SortedMap<Integer, GridCell>> rows, Look look) {

  /**
   * What a sheet has beside values.
   *
   * @param merged merged regions
   * @param hiddenRows rows with values that a person does not see, from 0
   * @param hiddenColumns columns that a person does not see, from 0
   * @param hidden whether the sheet as a whole is hidden
   * @param struckRows rows with values that are all shown with a line through them, from 0
   */
  record Look(
      List<GridArea> merged,
      List<Integer> hiddenRows,
      List<Integer> hiddenColumns,
      boolean hidden,
      List<Integer> struckRows) {

    Look {
      merged = List.copyOf(merged);
      hiddenRows = List.copyOf(hiddenRows);
      hiddenColumns = List.copyOf(hiddenColumns);
      struckRows = List.copyOf(struckRows);
    }
  }

  SheetGrid {
    rows = List.copyOf(rows);
  }

  GridCell cell(int row, int column) {
    GridCell cell = row < rows.size() ? rows.get(row).get(column) : null;
    return cell != null ? cell : GridCell.blank(row, column);
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

  /** Where a cell is, for messages about another cell. */
  String place(GridCell cell) {
    return file + ", sheet " + name + ", cell " + cell.address();
  }
}
