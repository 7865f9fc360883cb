package org.moderato.release.workbook;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks the rows of one native decision table, cell by cell. */
final class RuleRowLint {

  /** Drools' generated code binds no more to one consequence. */
  private static final int MAX_BOUND = 24;

  private static final Pattern BOUND =
      Pattern.compile("(?:^|[(,\\s])(\\$?[A-Za-z_]\\w*)\\s*:(?!:)");

  /** As Drools itself reads it. */
  private static final Pattern DATE = Pattern.compile("\\d{1,2}-\\p{L}{3,9}\\.?-\\d{4}");

  private static final Pattern NUMBERED = Pattern.compile("\\$(\\d+)");
  private static final Pattern QUOTED_COMMA = Pattern.compile("\"[^\"]*,[^\"]*\"");

  private final RuleTable table;
  private final Problems problems;
  private final List<Integer> conditions;
  private final List<Integer> actions;

  RuleRowLint(RuleTable table, Problems problems) {
    this.table = table;
    this.problems = problems;
    this.conditions = table.columns(RuleColumn.CONDITION);
    this.actions = table.columns(RuleColumn.ACTION);
  }

  void check() {
    table.rules().forEach(this::checkRow);
    Stream.concat(conditions.stream(), actions.stream()).forEach(this::checkValues);
    checkBound();
    checkDates();
  }

  private void checkRow(int row) {
    String cell = GridCell.address(row, table.head().column());
    if (isBlank(row, conditions)) {
      String message = "The rule has no condition: it always holds";
      String hint = "Fill in a condition; only the last row of a table may stand for all others";
      if (row == table.end() - 1) {
        problems.warning("MOD-RUL-013", table.sheet(), cell, message, hint);
      } else {
        problems.error("MOD-RUL-013", table.sheet(), cell, message, hint);
      }
    }
    if (isBlank(row, actions)) {
      String message = "The rule has no action: it does nothing";
      problems.error("MOD-RUL-014", table.sheet(), cell, message, "Fill in an action");
    }
  }

  private boolean isBlank(int row, List<Integer> columns) {
    return columns.stream().allMatch(column -> table.cell(row, column).isBlank());
  }

  /** Whether the cells of a column hold as many values as its code has places for. */
  private void checkValues(int column) {
    String code = table.code(column);
    boolean isRepeated = code.contains("forall(");
    int places = NUMBERED.matcher(code).results().mapToInt(m -> number(m.group(1))).max().orElse(0);
    if (places == 0 && !isRepeated) {
      return;
    }
    table
        .rules()
        .mapToObj(row -> table.sheet().cell(row, column))
        .filter(cell -> !cell.isBlank())
        .forEach(cell -> checkValues(cell, isRepeated ? 0 : places));
  }

  private static int number(String digits) {
    return digits.length() > 3 ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }

  private void checkValues(GridCell cell, int places) {
    String text = cell.text();
    // A comma after a backslash does not divide.
    int values = text.split("(?<!\\\\),", -1).length;
    if (places > 0 && values != places) {
      String message = "The cell holds " + values + " values, but the code above takes " + places;
      String hint = "Write as many values, with commas between";
      problems.error("MOD-RUL-022", table.sheet(), cell, message, hint);
    }
    if (places > 0 && NUMBERED.matcher(text).find()) {
      String message = "The value holds $ and a number, which is replaced again";
      problems.error("MOD-RUL-022", table.sheet(), cell, message, "Write it without $");
    }
    if (QUOTED_COMMA.matcher(text).find()) {
      String message = "The comma inside quotes divides the value all the same";
      problems.warning(
          "MOD-RUL-023", table.sheet(), cell.address(), message, "Write a backslash before it");
    }
  }

  private void checkBound() {
    Set<String> names = new HashSet<>();
    for (int column : conditions) {
      for (int row : List.of(table.objectRow(), table.codeRow())) {
        Matcher bound = BOUND.matcher(table.sheet().cell(row, column).text());
        while (bound.find()) {
          names.add(bound.group(1));
        }
      }
    }
    if (names.size() > MAX_BOUND) {
      String message = "The table binds " + names.size() + " variables; a rule can have 24";
      problems.error("MOD-RUL-020", table.sheet(), table.head(), message, "Divide the table");
    }
  }

  private void checkDates() {
    List<Integer> starts = table.columns(RuleColumn.DATE_EFFECTIVE);
    List<Integer> ends = table.columns(RuleColumn.DATE_EXPIRES);
    for (int column : ends) {
      String message = "A rule does not hold on the day on which it expires";
      String hint = "Write the day after the last one";
      String cell = GridCell.address(table.head().row() + 1, column);
      problems.warning("MOD-RUL-021", table.sheet(), cell, message, hint);
    }
    table
        .rules()
        .forEach(
            row -> {
              Stream.concat(starts.stream(), ends.stream())
                  .forEach(column -> checkDate(table.cell(row, column)));
              if (!starts.isEmpty() && !ends.isEmpty()) {
                checkOrder(table.cell(row, starts.get(0)), table.cell(row, ends.get(0)));
              }
            });
  }

  private void checkDate(GridCell cell) {
    if (!cell.isBlank() && cell.kind() != GridCell.Kind.DATE && !isDate(cell.text())) {
      String message = "\"" + cell.text() + "\" is text and no date";
      problems.error("MOD-RUL-021", table.sheet(), cell, message, "Type the date again");
    }
    if (cell.value() instanceof LocalDateTime time
        && !time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      String message = "The time of day is ignored: " + cell.text();
      problems.error("MOD-RUL-021", table.sheet(), cell, message, "Write a date only");
    }
  }

  private static boolean isDate(String text) {
    return DATE.matcher(text).matches();
  }

  private void checkOrder(GridCell start, GridCell end) {
    if (start.value() instanceof LocalDateTime from
        && end.value() instanceof LocalDateTime to
        && !to.isAfter(from)) {
      String message = "The rule never holds: it expires before it begins";
      problems.error("MOD-RUL-021", table.sheet(), end, message, "Write a later date");
    }
  }
}
