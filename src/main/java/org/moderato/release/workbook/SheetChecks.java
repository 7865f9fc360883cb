package org.moderato.release.workbook;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** What every sheet that is read must keep to, whatever it holds. */
final class SheetChecks {

  static final String FORMULA_HINT = "Write its value: what a formula says changes unseen";
  static final String FAILURE_HINT = "Write a value, or delete it";

  /** More row numbers nobody reads. */
  private static final int NAMED_ROWS = 10;

  private SheetChecks() {}

  static String formula(GridCell cell) {
    return "The cell holds the formula " + cell.text();
  }

  static String failure(GridCell cell) {
    return "The cell holds the error " + cell.text();
  }

  /** Reports regions of merged cells that reach below the header. */
  static void merged(SheetGrid sheet, Problems problems) {
    for (GridArea area : sheet.look().merged()) {
      if (area.lastRow() > 0) {
        String hint = "Unmerge them and write the value into each cell";
        problems.error("MOD-TAB-011", sheet, area.address(), "Cells are merged here", hint);
      }
    }
  }

  /** Reports formulas and errors in any cell. */
  static void values(SheetGrid sheet, Problems problems) {
    for (SortedMap<Integer, GridCell> row : sheet.rows()) {
      for (GridCell cell : row.values()) {
        if (cell.kind() == GridCell.Kind.FORMULA) {
          problems.error("MOD-TAB-009", sheet, cell, formula(cell), FORMULA_HINT);
        }
        if (cell.kind() == GridCell.Kind.ERROR) {
          problems.error("MOD-TAB-010", sheet, cell, failure(cell), FAILURE_HINT);
        }
      }
    }
  }

  /** Reports values that nobody can tell the meaning of, once for each column. */
  static void nameless(SheetGrid sheet, Problems problems) {
    Set<Integer> reported = new HashSet<>();
    for (SortedMap<Integer, GridCell> row : sheet.rows().subList(1, sheet.rows().size())) {
      for (GridCell cell : row.values()) {
        if (sheet.cell(0, cell.column()).isBlank() && reported.add(cell.column())) {
          String message =
              "The column has no name, but values from row " + (cell.row() + 1) + " on";
          String header = GridCell.address(0, cell.column());
          problems.error("MOD-TAB-017", sheet, header, message, "Write its name in row 1");
        }
      }
    }
  }

  /** Warns of what holds although nobody sees it, or it looks deleted. */
  static void hidden(SheetGrid sheet, String code, Problems problems) {
    hidden(sheet, code, row -> false, "Show it, or delete it", problems);
  }

  /**
   * The same for a table of which some rows do not hold.
   *
   * @param isOff whether a row, from 0, is switched off
   */
  static void hidden(
      SheetGrid sheet, String code, IntPredicate isOff, String hint, Problems problems) {
    if (sheet.look().hidden()) {
      String message = "The sheet is hidden and in force all the same";
      problems.warning(code, sheet, null, message, hint);
    }
    for (int column : sheet.look().hiddenColumns()) {
      if (sheet.rows().stream().anyMatch(row -> row.containsKey(column))) {
        String message = "The column is hidden and in force all the same";
        problems.warning(code, sheet, GridCell.address(0, column), message, hint);
      }
    }
    SheetGrid.Look look = sheet.look();
    new TreeMap<>(Map.of("hidden", look.hiddenRows(), "struck through", look.struckRows()))
        .forEach(
            (how, rows) -> {
              List<Integer> inForce = rows.stream().filter(row -> !isOff.test(row)).toList();
              if (!inForce.isEmpty()) {
                String cell = GridCell.address(inForce.get(0), 0);
                problems.warning(code, sheet, cell, inForce(inForce, how), hint);
              }
            });
  }

  private static String inForce(List<Integer> rows, String how) {
    return rows(rows) + (rows.size() == 1 ? " is " : " are ") + how + " and in force all the same";
  }

  /** {@code Row 3}, or {@code Rows 3, 5, 8}. */
  private static String rows(List<Integer> rows) {
    String numbers =
        rows.stream()
            .limit(NAMED_ROWS)
            .map(row -> String.valueOf(row + 1))
            .collect(Collectors.joining(", "));
    String more = rows.size() > NAMED_ROWS ? " and others" : "";
    return (rows.size() == 1 ? "Row " : "Rows ") + numbers + more;
  }
}
