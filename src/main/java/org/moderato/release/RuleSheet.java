package org.moderato.release;

import java.util.List;

/**
 * A sheet that holds native Drools decision tables.
 *
 * @param file path of the workbook inside the strategy
 * @param sheet its name
 * @param cells those that are not blank, row by row; of merged ones in a table all have the value
 */
public record RuleSheet(String file, String sheet, List<Cell> cells) {

  /** Of a cell that is not merged with others. */
  public static final int NOT_MERGED = -1;

  public RuleSheet {
    cells = List.copyOf(cells);
  }

  /**
   * A cell by its value.
   *
   * @param row from 0
   * @param column from 0
   * @param value a text, or a {@link java.time.LocalDateTime}
   * @param mergedFrom the first column of the merged cells that it belongs to, or {@link
   *     #NOT_MERGED}
   */
  public record Cell(int row, int column, Object value, int mergedFrom) {}
}
