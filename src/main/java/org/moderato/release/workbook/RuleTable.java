package org.moderato.release.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * One native decision table inside a sheet, found as Drools finds it: it begins at a cell {@code
 * RuleTable ...}; types of columns, objects, code and labels stand in the four rows below; then
 * come the rules, up to the first blank row.
 *
 * @param sheet where it stands
 * @param head the cell at which it begins
 * @param types the cells that say what the columns are, by column
 * @param end the row after its last rule
 */
record RuleTable(SheetGrid sheet, GridCell head, SortedMap<Integer, GridCell> types, int end) {

  private static final String KEYWORD = "ruletable";
  private static final int TYPES = 1;
  private static final int OBJECTS = 2;
  private static final int CODE = 3;
  private static final int RULES = 5;

  static List<RuleTable> of(SheetGrid sheet) {
    List<RuleTable> tables = new ArrayList<>();
    for (int row = 0; row <= sheet.lastRow(); row++) {
      for (GridCell cell : sheet.rows().get(row).values()) {
        if (isHead(cell)) {
          tables.add(startingAt(sheet, cell));
          break;
        }
      }
    }
    return tables;
  }

  private static RuleTable startingAt(SheetGrid sheet, GridCell head) {
    int typeRow = head.row() + TYPES;
    SortedMap<Integer, GridCell> types =
        typeRow < sheet.rows().size()
            ? sheet.rows().get(typeRow).tailMap(head.column())
            : new TreeMap<>();
    int end = head.row() + RULES;
    while (end <= sheet.lastRow() && hasCells(sheet, end, head.column())) {
      end++;
    }
    return new RuleTable(sheet, head, types, end);
  }

  /** Whether a row goes on with the table: what stands left of it is ignored. */
  private static boolean hasCells(SheetGrid sheet, int row, int firstColumn) {
    SortedMap<Integer, GridCell> cells = sheet.rows().get(row).tailMap(firstColumn);
    return !cells.isEmpty() && sheet.rows().get(row).values().stream().noneMatch(RuleTable::isHead);
  }

  static boolean isHead(GridCell cell) {
    return cell.kind() == GridCell.Kind.TEXT
        && cell.text().toLowerCase(Locale.ROOT).startsWith(KEYWORD);
  }

  int objectRow() {
    return head.row() + OBJECTS;
  }

  int codeRow() {
    return head.row() + CODE;
  }

  int firstRule() {
    return head.row() + RULES;
  }

  IntStream rules() {
    return IntStream.range(firstRule(), end);
  }

  /** The columns of a type, such as {@code CONDITION}. */
  List<Integer> columns(RuleColumn type) {
    return types.values().stream()
        .filter(cell -> RuleColumn.of(cell.text()).filter(type::equals).isPresent())
        .map(GridCell::column)
        .toList();
  }

  List<Integer> columns(Set<RuleColumn> wanted) {
    return wanted.stream().flatMap(type -> columns(type).stream()).sorted().toList();
  }

  String code(int column) {
    return sheet.cell(codeRow(), column).text();
  }

  /** The cell of a rule; of merged cells the first, as Drools repeats its value in all of them. */
  GridCell cell(int row, int column) {
    for (GridArea area : sheet.look().merged()) {
      if (area.contains(row, column)) {
        return sheet.cell(area.firstRow(), area.firstColumn());
      }
    }
    return sheet.cell(row, column);
  }
}
