package org.moderato.release.workbook;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.moderato.release.RuleSheet;
import org.moderato.release.RuleSheet.Cell;

/** Prepares sheets of native decision tables for the rule engine. */
final class RuleSheets {

  private final SheetGrid sheet;
  private final List<RuleTable> tables;

  private RuleSheets(SheetGrid sheet) {
    this.sheet = sheet;
    this.tables = RuleTable.of(sheet);
  }

  static RuleSheet of(SheetGrid sheet) {
    return new RuleSheet(sheet.file(), sheet.name(), new RuleSheets(sheet).cells());
  }

  private List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (int row = 0; row <= sheet.lastRow(); row++) {
      cells.addAll(cells(row));
    }
    return cells;
  }

  private Collection<Cell> cells(int row) {
    SortedMap<Integer, Cell> cells = new TreeMap<>();
    for (GridCell cell : sheet.rows().get(row).values()) {
      cells.put(cell.column(), new Cell(row, cell.column(), value(cell), RuleSheet.NOT_MERGED));
    }
    if (isInTable(row)) {
      sheet.look().merged().stream()
          .filter(area -> area.firstRow() <= row && row <= area.lastRow())
          .forEach(area -> spread(area, row, cells));
    }
    return cells.values();
  }

  private boolean isInTable(int row) {
    return tables.stream().anyMatch(table -> table.head().row() < row && row < table.end());
  }

  /** All of the merged cells have the value of the first one. */
  private void spread(GridArea area, int row, SortedMap<Integer, Cell> cells) {
    GridCell first = sheet.cell(area.firstRow(), area.firstColumn());
    for (int column = area.firstColumn();
        column <= area.lastColumn() && !first.isBlank();
        column++) {
      cells.put(column, new Cell(row, column, value(first), area.firstColumn()));
    }
  }

  private static Object value(GridCell cell) {
    return cell.value() instanceof LocalDateTime time ? time : cell.text();
  }
}
