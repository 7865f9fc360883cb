package org.moderato.release.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Takes in one sheet as it is parsed. Streaming, since POI's own model of a sheet needs a hundred
 * times the memory, and most of the time that it takes to load a strategy.
 */
final class SheetContentHandler extends DefaultHandler {

  static final int MAX_ROWS = 50_000;
  static final int MAX_COLUMNS = 100;

  /** No spreadsheet program writes more into a cell. */
  static final int MAX_TEXT = 32_767;

  /** Of a longer text only its beginning is kept. */
  private static final int SHOWN_TEXT = 50;

  private final CellConverter converter;
  private final List<SortedMap<Integer, GridCell>> rows = new ArrayList<>();
  private final List<GridArea> merged = new ArrayList<>();
  private final List<Integer> hiddenRows = new ArrayList<>();
  private final List<Integer> hiddenColumns = new ArrayList<>();
  private final SortedMap<Integer, Integer> struckCells = new TreeMap<>();
  private final StringBuilder text = new StringBuilder();

  private int row = -1;
  private int column = -1;
  private boolean isRowHidden;
  private boolean isCollecting;
  private boolean isPhonetic;
  private CellConverter.@Nullable Raw cell;
  private final List<GridCell> tooLong = new ArrayList<>();
  private final List<GridCell> disguised = new ArrayList<>();
  private @Nullable GridCell beyondRows;
  private @Nullable GridCell beyondColumns;

  SheetContentHandler(CellConverter converter) {
    this.converter = converter;
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes) {
    switch (name) {
      case "col" -> startColumns(attributes);
      case "row" -> startRow(attributes);
      case "c" -> startCell(attributes);
      case "rPh" -> isPhonetic = true;
      case "f", "v", "t" -> {
        isCollecting = cell != null && !isPhonetic;
        text.setLength(0);
      }
      case "mergeCell" -> {
        CellRangeAddress area = CellRangeAddress.valueOf(attributes.getValue("ref"));
        merged.add(
            new GridArea(
                area.getFirstRow(),
                area.getFirstColumn(),
                area.getLastRow(),
                area.getLastColumn()));
      }
      default -> {}
    }
  }

  private void startColumns(Attributes attributes) {
    if (!isTrue(attributes.getValue("hidden"))) {
      return;
    }
    int last = Math.min(Integer.parseInt(attributes.getValue("max")), MAX_COLUMNS);
    for (int c = Integer.parseInt(attributes.getValue("min")) - 1; c < last; c++) {
      hiddenColumns.add(c);
    }
  }

  private void startRow(Attributes attributes) {
    String number = attributes.getValue("r");
    row = number == null ? row + 1 : Integer.parseInt(number) - 1;
    column = -1;
    isRowHidden = isTrue(attributes.getValue("hidden"));
  }

  private void startCell(Attributes attributes) {
    String address = attributes.getValue("r");
    column = address == null ? column + 1 : new CellReference(address).getCol();
    cell = new CellConverter.Raw(attributes.getValue("t"), attributes.getValue("s"));
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    if (isCollecting) {
      text.append(characters, start, length);
    }
  }

  @Override
  public void endElement(String uri, String name, String qualified) {
    switch (name) {
      case "rPh" -> isPhonetic = false;
      case "f", "v", "t" -> endText(name);
      case "c" -> endCell();
      default -> {}
    }
  }

  private void endText(String name) {
    if (isCollecting && cell != null) {
      cell.add(name, text.toString());
    }
    isCollecting = false;
  }

  private void endCell() {
    CellConverter.Raw raw = cell;
    cell = null;
    GridCell read = raw == null ? GridCell.blank(row, column) : converter.convert(row, column, raw);
    if (raw == null || read.isBlank()) {
      return;
    }
    if (converter.isDisguised(raw) && read.kind() != GridCell.Kind.FORMULA) {
      disguised.add(read);
    }
    if (converter.isStruck(raw)) {
      struckCells.merge(row, 1, Integer::sum);
    }
    if (row >= MAX_ROWS) {
      beyondRows = beyondRows == null ? read : beyondRows;
    } else if (column >= MAX_COLUMNS) {
      beyondColumns = beyondColumns == null ? read : beyondColumns;
    } else {
      put(shortened(read));
    }
  }

  private GridCell shortened(GridCell read) {
    if (!(read.value() instanceof String value) || value.length() <= MAX_TEXT) {
      return read;
    }
    String shown = value.substring(0, SHOWN_TEXT) + "...";
    GridCell shorter = new GridCell(read.row(), read.column(), read.kind(), shown);
    tooLong.add(shorter);
    return shorter;
  }

  private void put(GridCell read) {
    while (rows.size() <= row) {
      rows.add(new TreeMap<>());
    }
    if (isRowHidden && rows.get(row).isEmpty()) {
      hiddenRows.add(row);
    }
    rows.get(row).put(column, read);
  }

  private static boolean isTrue(@Nullable String value) {
    return "1".equals(value) || "true".equals(value);
  }

  SheetGrid grid(String file, String name, boolean hidden) {
    // Whoever deletes a row with a line strikes all of it.
    List<Integer> struckRows =
        struckCells.keySet().stream()
            .filter(r -> r < rows.size() && struckCells.get(r) == rows.get(r).size())
            .toList();
    SheetGrid.Look look = new SheetGrid.Look(merged, hiddenRows, hiddenColumns, hidden, struckRows);
    return new SheetGrid(file, name, rows, look);
  }

  /** The first cell below the last row that is read; null if there is none. */
  @Nullable GridCell beyondRows() {
    return beyondRows;
  }

  /** The first cell right of the last column that is read; null if there is none. */
  @Nullable GridCell beyondColumns() {
    return beyondColumns;
  }

  /** Numbers that are shown as something else. */
  List<GridCell> disguised() {
    return disguised;
  }

  /** Cells with more text than is read. */
  List<GridCell> tooLong() {
    return tooLong;
  }
}
