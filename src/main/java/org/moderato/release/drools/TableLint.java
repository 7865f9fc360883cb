package org.moderato.release.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.ss.util.CellReference;
import org.moderato.release.Problem;
import org.moderato.release.RuleSheet;

/** Finds what Drools takes in rule tables without a word, although nobody means it. */
final class TableLint {

  private static final String TABLE = "RULETABLE";

  /** Types, objects, code and labels stand between the head of a table and its first row. */
  private static final int ROWS_OF_HEAD = 5;

  private static final Set<String> TYPES =
      Set.of(
          "CONDITION",
          "C",
          "ACTION",
          "A",
          "NAME",
          "N",
          "DESCRIPTION",
          "I",
          "PRIORITY",
          "P",
          "DURATION",
          "D",
          "TIMER",
          "T",
          "ENABLED",
          "B",
          "CALENDARS",
          "E",
          "NO-LOOP",
          "U",
          "LOCK-ON-ACTIVE",
          "L",
          "AUTO-FOCUS",
          "F",
          "ACTIVATION-GROUP",
          "X",
          "AGENDA-GROUP",
          "G",
          "RULEFLOW-GROUP",
          "R",
          "DATE-EFFECTIVE",
          "V",
          "DATE-EXPIRES",
          "Z",
          "METADATA",
          "@");

  private final RuleSheet sheet;
  private final TableGrid grid;
  private final List<Problem> problems = new ArrayList<>();

  TableLint(RuleSheet sheet, TableGrid grid) {
    this.sheet = sheet;
    this.grid = grid;
  }

  List<Problem> problems() {
    for (CellReference cell : grid.cells()) {
      if (isTable(cell)) {
        checkTypes(cell);
        checkRows(cell);
      }
    }
    return problems;
  }

  private boolean isTable(CellReference cell) {
    return grid.text(cell).toUpperCase(Locale.ROOT).startsWith(TABLE);
  }

  /** Drools guesses by the first letter: Channel becomes a CONDITION, Note a NAME. */
  private void checkTypes(CellReference table) {
    for (CellReference type : grid.cells(table.getRow() + 1, table.getCol())) {
      String text = grid.text(type);
      if (!TYPES.contains(text.toUpperCase(Locale.ROOT))) {
        report("MOD-RUL-103", type, text + " is no type of column", "Write CONDITION or ACTION");
      }
    }
  }

  /** A blank row ends a table: what stands below is no rule. */
  private void checkRows(CellReference table) {
    int row = table.getRow() + ROWS_OF_HEAD;
    while (!grid.cells(row, table.getCol()).isEmpty()) {
      row++;
    }
    for (; row <= grid.lastRow(); row++) {
      List<CellReference> cells = grid.cells(row, table.getCol());
      if (cells.stream().anyMatch(this::isTable)) {
        return;
      }
      if (!cells.isEmpty()) {
        String message = "A blank row cuts this row off from its table: it would be no rule";
        report("MOD-RUL-104", cells.get(0), message, "Remove the blank row above");
      }
    }
  }

  private void report(String code, CellReference cell, String message, String hint) {
    problems.add(RenderedTable.error(code, sheet, cell.formatAsString(false), message, hint));
  }
}
