package org.moderato.release.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.moderato.strategy.Names;
import org.moderato.strategy.table.Attribute;
import org.moderato.strategy.table.RowData;
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

  /** What the rows of one sheet have in common. */
  record Context(
      SheetGrid sheet,
      TableType type,
      Map<Integer, Column> columns,
      Words words,
      Problems problems) {}

  List<RowData> read(SheetGrid sheet, TableType type) {
    for (String merged : sheet.merged()) {
      String hint = "Unmerge them and write the value into each cell";
      problems.error("MOD-TAB-011", sheet, merged, "Cells are merged here", hint);
    }
    Map<Integer, Column> columns = new HeaderReader(sheet, type, attributes, problems).read();
    Context context = new Context(sheet, type, columns, words, problems);
    List<RowData> rows = new ArrayList<>();
    for (int row = 1; row <= sheet.lastRow(); row++) {
      if (sheet.isBlankRow(row)) {
        String hint = "Delete the row, or what stands below";
        String cell = SheetGrid.address(row, 0);
        problems.error("MOD-TAB-008", sheet, cell, "A blank row stands inside the table", hint);
      } else {
        new RowReader(context, row).read().ifPresent(rows::add);
      }
    }
    sheet.hiddenRows().forEach(row -> warnHidden(sheet, row));
    rows.forEach(row -> checkSame(sheet, row));
    return rows;
  }

  private void warnHidden(SheetGrid sheet, int row) {
    String cell = SheetGrid.address(row, 0);
    problems.warning(
        "MOD-TAB-018", sheet, cell, "The row is hidden and in force all the same", null);
  }

  private void checkSame(SheetGrid sheet, RowData row) {
    if (!(row.values().get("same") instanceof List<?> same)) {
      return;
    }
    for (Object name : same) {
      Attribute attribute = attributes.get(Names.key(String.valueOf(name)));
      if (attribute == null || attribute.owner() == Attribute.Owner.CUSTOMER) {
        List<String> known =
            attributes.values().stream()
                .filter(a -> a.owner() != Attribute.Owner.CUSTOMER)
                .map(Attribute::name)
                .sorted()
                .toList();
        String cell = SheetGrid.address(row.head().source().row() - 1, sameColumn(sheet));
        String message = "\"" + name + "\" is not an attribute of messages";
        problems.error(
            "MOD-TAB-015", sheet, cell, message, Suggestions.hint(String.valueOf(name), known));
      }
    }
  }

  private static int sameColumn(SheetGrid sheet) {
    return sheet.rows().get(0).entrySet().stream()
        .filter(header -> Names.key(header.getValue().text()).equals("same"))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(0);
  }
}
