package org.moderato.release.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.moderato.release.ScenarioSheet;

/**
 * Reads the sheets {@code Scenarios}; whether their cells make sense is found out by their runner.
 */
final class ScenarioSheets {

  private final Problems problems;

  ScenarioSheets(Problems problems) {
    this.problems = problems;
  }

  ScenarioSheet read(SheetGrid sheet) {
    SheetChecks.merged(sheet, problems);
    SheetChecks.values(sheet, problems);
    SheetChecks.hidden(sheet, "MOD-TAB-018", problems);
    List<ScenarioSheet.Row> rows = new ArrayList<>();
    for (int row = 1; row <= sheet.lastRow(); row++) {
      if (!sheet.isBlankRow(row)) {
        rows.add(new ScenarioSheet.Row(row + 1, cells(sheet, row)));
      }
    }
    return new ScenarioSheet(sheet.file(), sheet.name(), rows);
  }

  private static Map<String, ScenarioSheet.Cell> cells(SheetGrid sheet, int row) {
    Map<String, ScenarioSheet.Cell> cells = new LinkedHashMap<>();
    for (GridCell cell : sheet.rows().get(row).values()) {
      String header = sheet.cell(0, cell.column()).text();
      if (!header.isBlank()) {
        cells.put(header, new ScenarioSheet.Cell(cell.text(), cell.address()));
      }
    }
    return cells;
  }
}
