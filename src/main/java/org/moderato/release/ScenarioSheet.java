package org.moderato.release;

import java.util.List;
import java.util.Map;

/**
 * A sheet of scenarios beside the policy tables, as it was read: what its cells mean is not known
 * here.
 *
 * @param file path of the workbook inside the strategy
 * @param sheet its name
 * @param rows those that are not blank
 */
public record ScenarioSheet(String file, String sheet, List<Row> rows) {

  public ScenarioSheet {
    rows = List.copyOf(rows);
  }

  /**
   * One row.
   *
   * @param number as the spreadsheet program shows it, from 1
   * @param cells those that are not blank, by the name of their column
   */
  public record Row(int number, Map<String, Cell> cells) {

    public Row {
      cells = Map.copyOf(cells);
    }
  }

  /**
   * One cell.
   *
   * @param text its value; a date as 2026-11-20, with a time of day as 2026-11-20T15:40
   * @param address such as {@code C14}
   */
  public record Cell(String text, String address) {}
}
