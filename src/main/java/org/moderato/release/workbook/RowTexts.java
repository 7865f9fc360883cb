package org.moderato.release.workbook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellReference;
import org.moderato.strategy.table.Source;

/** What stands in the rows of a workbook, in the words of its cells. */
public final class RowTexts {

  private final List<SheetGrid> sheets;

  /**
   * @param file its path inside the strategy
   * @param bytes of an .xlsx file; one that cannot be read has no rows
   */
  public RowTexts(String file, byte[] bytes) {
    this.sheets = new GridReader(new Problems()).read(file, bytes);
  }

  /**
   * The cells of a row that hold something, in their order.
   *
   * @return texts by the header of their column, in a rule table by its letter; empty if there is
   *     no such row
   */
  public Map<String, String> cells(Source source) {
    Map<String, String> cells = new LinkedHashMap<>();
    int row = source.row() - 1;
    sheets.stream()
        .filter(sheet -> sheet.name().equals(source.sheet()) && !sheet.isBlankRow(row))
        .forEach(sheet -> sheet.rows().get(row).values().forEach(c -> add(cells, sheet, c)));
    return cells;
  }

  private static void add(Map<String, String> cells, SheetGrid sheet, GridCell cell) {
    boolean isRuleTable = SheetKind.of(sheet, List.of()) == SheetKind.RULE_TABLE;
    String header = isRuleTable ? "" : sheet.cell(0, cell.column()).text();
    cells.put(
        header.isBlank() ? CellReference.convertNumToColString(cell.column()) : header,
        cell.text());
  }
}
