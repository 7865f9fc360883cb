package org.moderato.release.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.moderato.strategy.table.Attribute;
import org.moderato.strategy.table.TableType;

/** Reads one sheet of a policy table. */
final class PolicySheet {

  private final Words words;
  private final Map<String, Attribute> attributes;
  private final Problems problems;

  PolicySheet(Words words, Map<String, Attribute> attributes, Problems problems) {
    this.words = words;
    this.attributes = attributes;
    this.problems = problems;
  }

  /**
   * What the rows of one sheet have in common.
   *
   * @param columns the columns by position, from 0
   * @param required the fields that must not be blank by the position of their column
   */
  record Context(
      SheetGrid sheet,
      TableType type,
      Map<Integer, Column> columns,
      Map<Integer, String> required,
      Words words,
      Map<String, Attribute> attributes,
      Problems problems) {}

  List<ReadRow> read(SheetGrid sheet, TableType type) {
    if (sheet.lastRow() < 0) {
      return List.of();
    }
    SheetChecks.merged(sheet, problems);
    if (sheet.isBlankRow(0)) {
      String message = "Row 1 is blank; the names of the columns must stand there";
      problems.error("MOD-TAB-004", sheet, "A1", message, "Delete the blank rows above the table");
      return List.of();
    }
    HeaderReader header = new HeaderReader(sheet, type, attributes, problems);
    int names = header.rowOfNames().orElse(0);
    if (names > 0) {
      String message = "The names of the columns stand in row " + (names + 1) + ", not in row 1";
      String hint = "Delete the rows above them; a sheet's title is its name";
      problems.error("MOD-TAB-004", sheet, "A1", message, hint);
      return List.of();
    }
    Map<Integer, Column> columns = header.read();
    checkHidden(sheet, columns);
    return rows(
        new Context(sheet, type, columns, required(columns, type), words, attributes, problems));
  }

  private void checkHidden(SheetGrid sheet, Map<Integer, Column> columns) {
    Set<Integer> enabled =
        columns.keySet().stream()
            .filter(position -> columns.get(position) == Column.Universal.ENABLED)
            .collect(Collectors.toSet());
    String hint = "Show it, or delete it; a row can also be switched off by Enabled: no";
    SheetChecks.hidden(
        sheet,
        "MOD-TAB-018",
        row -> enabled.stream().anyMatch(column -> CellValues.isNo(sheet.cell(row, column))),
        hint,
        problems);
  }

  private static Map<Integer, String> required(Map<Integer, Column> columns, TableType type) {
    Map<Integer, String> required = new HashMap<>();
    columns.forEach(
        (position, column) -> {
          if (column instanceof Column.Own own && own.field().required()) {
            required.put(position, own.field().name());
          }
          if (column instanceof Column.Inherited in && type.requires().contains(in.field())) {
            required.put(position, in.field());
          }
        });
    return required;
  }

  private List<ReadRow> rows(Context context) {
    SheetGrid sheet = context.sheet();
    List<ReadRow> rows = new ArrayList<>();
    int last = sheet.lastRow();
    for (int row = 1; row <= last; row++) {
      if (!sheet.isBlankRow(row)) {
        rows.add(new RowReader(context, row).read());
      } else if (!sheet.isBlankRow(row - 1)) {
        String message = "A blank row stands inside the table";
        String hint = "Delete the row, or what stands below";
        problems.error("MOD-TAB-008", sheet, GridCell.address(row, 0), message, hint);
      }
    }
    return rows;
  }
}
