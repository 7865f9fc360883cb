package org.moderato.release.workbook;

/**
 * A rectangle of cells, all from 0 and inclusive.
 *
 * @param firstRow top
 * @param firstColumn left
 * @param lastRow bottom
 * @param lastColumn right
 */
record GridArea(int firstRow, int firstColumn, int lastRow, int lastColumn) {

  boolean contains(int row, int column) {
    return firstRow <= row && row <= lastRow && firstColumn <= column && column <= lastColumn;
  }

  /** Address of its first cell. */
  String address() {
    return GridCell.address(firstRow, firstColumn);
  }
}
