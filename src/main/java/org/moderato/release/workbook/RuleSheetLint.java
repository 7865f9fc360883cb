package org.moderato.release.workbook;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Finds what Drools passes over in silence, or reports far away from its cause, in a sheet of
 * native decision tables.
 */
final class RuleSheetLint {

  private static final Set<RuleColumn> TIMED =
      EnumSet.of(RuleColumn.DURATION, RuleColumn.TIMER, RuleColumn.CALENDARS);

  /** Keywords that may stand between tables; a value stands beside them. */
  private static final Set<String> PROPERTIES =
      Set.of(
          "ruleset",
          "import",
          "variables",
          "functions",
          "queries",
          "declare",
          "unit",
          "dialect",
          "sequential",
          "sequentialmaxpriority",
          "sequentialminpriority",
          "escapequotes",
          "numericdisabled",
          "ignorenumericformat");

  private final SheetGrid sheet;
  private final Words words;
  private final Problems problems;
  private final List<RuleTable> tables;

  RuleSheetLint(SheetGrid sheet, Words words, Problems problems) {
    this.sheet = sheet;
    this.words = words;
    this.problems = problems;
    this.tables = RuleTable.of(sheet);
  }

  void check() {
    SheetChecks.hidden(sheet, "MOD-RUL-012", problems);
    for (int i = 0; i < tables.size(); i++) {
      RuleTable table = tables.get(i);
      int next = i + 1 < tables.size() ? tables.get(i + 1).head().row() : sheet.lastRow() + 1;
      checkAfter(table, next);
      checkTypes(table);
      checkStray(table);
      checkMerged(table);
      checkTimedColumns(table);
      checkPriority(table);
      new RuleRowLint(table, problems).check();
      new RuleWordLint(table, words, problems).check();
    }
    checkNames();
    checkCells();
  }

  /** What stands below a blank row is no part of the table any more. */
  private void checkAfter(RuleTable table, int next) {
    for (int row = table.end(); row < next; row++) {
      SortedMap<Integer, GridCell> cells = sheet.rows().get(row);
      if (!cells.isEmpty()) {
        GridCell cell = cells.get(cells.firstKey());
        if (isProperty(cell)) {
          reportProperty(cell);
          return;
        }
        String message = "This row is ignored: a blank row above it ended the table";
        String hint = "Delete the blank row; or, if this is a note, move it left of the table";
        problems.error("MOD-RUL-001", sheet, cell, message, hint);
        return;
      }
    }
  }

  private void reportProperty(GridCell cell) {
    String message = "\"" + cell.text() + "\" stands below a table, and Drools would obey it there";
    String hint = "Move the properties of a rule set above its first table";
    problems.error("MOD-RUL-019", sheet, cell, message, hint);
  }

  private static boolean isProperty(GridCell cell) {
    String text = cell.text().toLowerCase(Locale.ROOT);
    return PROPERTIES.contains(text)
        || RuleColumn.of(text).filter(c -> text.length() > 1).isPresent();
  }

  private void checkTypes(RuleTable table) {
    for (GridCell type : table.types().values()) {
      if (RuleColumn.of(type.text()).isEmpty()) {
        Optional<RuleColumn> guess = RuleColumn.guessed(type.text());
        String message = "\"" + type.text() + "\" is not a type of column";
        String taken = guess.map(g -> "; Drools would take it for " + g.keyword()).orElse("");
        String hint = "Write CONDITION, ACTION, NAME, DESCRIPTION or PRIORITY";
        problems.error("MOD-RUL-002", sheet, type, message + taken, hint);
      }
    }
  }

  /** Cells in columns without a type, once for each column. */
  private void checkStray(RuleTable table) {
    Set<Integer> reported = new TreeSet<>();
    for (int row = table.objectRow(); row < table.end() && row <= sheet.lastRow(); row++) {
      for (GridCell cell : sheet.rows().get(row).tailMap(table.head().column()).values()) {
        if (!table.types().containsKey(cell.column()) && reported.add(cell.column())) {
          String message = "The cell stands in a column without a type";
          String hint =
              "Write CONDITION or ACTION in row "
                  + (table.head().row() + 2)
                  + "; or, if this is a note, move it left of the table";
          problems.error("MOD-RUL-003", sheet, cell, message, hint);
        }
      }
    }
  }

  private void checkMerged(RuleTable table) {
    for (GridArea area : sheet.look().merged()) {
      if (area.lastRow() >= table.firstRule()
          && area.firstRow() < table.end()
          && area.lastColumn() >= table.head().column()) {
        String message = "Cells are merged here; each of their rows and columns has the value";
        String hint = "Unmerge them and write the value into each cell that shall have it";
        problems.warning("MOD-RUL-008", sheet, area.address(), message, hint);
      }
    }
  }

  private void checkTimedColumns(RuleTable table) {
    for (int column : table.columns(TIMED)) {
      GridCell type = table.types().get(column);
      String message = "A column " + type.text() + " has no effect: messages are judged at once";
      problems.error("MOD-RUL-018", sheet, type, message, "Delete the column");
    }
  }

  private void checkPriority(RuleTable table) {
    boolean isSequential =
        sheet.rows().stream()
            .limit(table.head().row())
            .flatMap(row -> row.values().stream())
            .anyMatch(this::isSequential);
    if (isSequential) {
      for (int column : table.columns(RuleColumn.PRIORITY)) {
        String cell = GridCell.address(table.head().row() + 1, column);
        String message = "The priorities are ignored, since Sequential is set";
        problems.warning("MOD-RUL-017", sheet, cell, message, "Delete one of the two");
      }
    }
  }

  private boolean isSequential(GridCell cell) {
    return cell.text().equalsIgnoreCase("sequential")
        && sheet.cell(cell.row(), cell.column() + 1).text().equalsIgnoreCase("true");
  }

  /** Names that people give must differ in the whole sheet. */
  private void checkNames() {
    Map<String, GridCell> named = new HashMap<>();
    for (RuleTable table : tables) {
      for (int column : table.columns(RuleColumn.NAME)) {
        table.rules().mapToObj(row -> table.cell(row, column)).forEach(c -> checkName(c, named));
      }
    }
  }

  private void checkName(GridCell cell, Map<String, GridCell> named) {
    GridCell before = cell.isBlank() ? null : named.putIfAbsent(cell.text(), cell);
    if (before != null) {
      String message = "There is another rule \"" + cell.text() + "\", in " + before.address();
      problems.error("MOD-RUL-010", sheet, cell, message, "Give it another name");
    }
  }

  /** Formulas, errors and look-alike characters, wherever Drools reads them. */
  private void checkCells() {
    for (SortedMap<Integer, GridCell> row : sheet.rows()) {
      for (GridCell cell : row.values()) {
        if (!isNote(cell)) {
          check(cell);
        }
      }
    }
  }

  private void check(GridCell cell) {
    if (cell.kind() == GridCell.Kind.FORMULA) {
      problems.error(
          "MOD-RUL-011", sheet, cell, SheetChecks.formula(cell), SheetChecks.FORMULA_HINT);
    } else if (cell.kind() == GridCell.Kind.ERROR) {
      problems.error(
          "MOD-TAB-010", sheet, cell, SheetChecks.failure(cell), SheetChecks.FAILURE_HINT);
    } else {
      Typography.find(cell.text())
          .ifPresent(
              oddity ->
                  problems.error("MOD-RUL-006", sheet, cell, oddity.message(), oddity.hint()));
    }
  }

  /** Labels, and what stands left of a table or in a column of descriptions. */
  private boolean isNote(GridCell cell) {
    return tables.stream()
        .filter(table -> table.head().row() < cell.row() && cell.row() < table.end())
        .anyMatch(
            table ->
                cell.column() < table.head().column()
                    || cell.row() == table.codeRow() + 1
                    || (cell.row() >= table.firstRule()
                        && table.columns(RuleColumn.DESCRIPTION).contains(cell.column())));
  }
}
