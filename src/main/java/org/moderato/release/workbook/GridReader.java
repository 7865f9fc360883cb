package org.moderato.release.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Turns the bytes of a workbook into grids, within limits. */
final class GridReader {

  private static final int MAX_BYTES = 5 << 20;
  private static final long MAX_UNPACKED = 50L << 20;
  private static final int MAX_ENTRIES = 200;
  private static final int MAX_SHEETS = 20;
  private static final int MAX_ROWS = 50_000;
  private static final int MAX_COLUMNS = 100;
  private static final int MAX_TEXT = 2_000;

  static {
    ZipSecureFile.setMaxEntrySize(MAX_UNPACKED);
    ZipSecureFile.setMaxFileCount(MAX_ENTRIES);
  }

  private final Problems problems;

  GridReader(Problems problems) {
    this.problems = problems;
  }

  /** The sheets of a workbook; none, and a problem, if it cannot be read. */
  List<SheetGrid> read(String file, byte[] bytes) {
    String refusal = refusal(bytes);
    if (refusal != null) {
      problems.error("MOD-XLS-001", file, null, null, refusal, "Save it again as .xlsx workbook");
      return List.of();
    }
    try (Workbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      List<SheetGrid> sheets = new ArrayList<>();
      for (Sheet sheet : workbook) {
        sheets.add(grid(file, sheet));
      }
      return sheets;
    } catch (IOException | RuntimeException e) {
      String message = "The workbook cannot be read: it is damaged, or no .xlsx workbook";
      problems.error("MOD-XLS-001", file, null, null, message, "Save it again as .xlsx workbook");
      return List.of();
    }
  }

  /** What is wrong with the package itself, looked at entry by entry before anything is parsed. */
  private static @Nullable String refusal(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      return "The workbook is larger than 5 MB";
    }
    long unpacked = 0;
    int entries = 0;
    int sheets = 0;
    byte[] buffer = new byte[8192];
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries++;
        sheets += entry.getName().startsWith("xl/worksheets/sheet") ? 1 : 0;
        if (entry.getName().endsWith("vbaProject.bin")) {
          return "The workbook holds macros";
        }
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
          unpacked += read;
          if (unpacked > MAX_UNPACKED || entries > MAX_ENTRIES) {
            return "The workbook is larger than 50 MB when unpacked";
          }
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      return "The workbook cannot be read: it is damaged";
    }
    if (entries == 0) {
      return "The workbook cannot be read: it is no .xlsx workbook, or protected by a password";
    }
    return sheets > MAX_SHEETS ? "The workbook has more than 20 sheets" : null;
  }

  private SheetGrid grid(String file, Sheet sheet) {
    List<Map<Integer, GridCell>> rows = new ArrayList<>();
    List<Integer> hidden = new ArrayList<>();
    for (Row row : sheet) {
      if (row.getRowNum() >= MAX_ROWS) {
        String message = "The sheet has more than 50,000 rows";
        problems.error("MOD-XLS-002", file, sheet.getSheetName(), null, message, null);
        break;
      }
      while (rows.size() < row.getRowNum()) {
        rows.add(Map.of());
      }
      Map<Integer, GridCell> cells = cells(file, row);
      if (row.getZeroHeight() && !cells.isEmpty()) {
        hidden.add(row.getRowNum());
      }
      rows.add(cells);
    }
    return new SheetGrid(file, sheet.getSheetName(), rows, merged(sheet), hidden);
  }

  private static List<String> merged(Sheet sheet) {
    return sheet.getMergedRegions().stream()
        .filter(region -> region.getLastRow() > 0)
        .map(GridReader::firstCell)
        .toList();
  }

  private static String firstCell(CellRangeAddress region) {
    return SheetGrid.address(region.getFirstRow(), region.getFirstColumn());
  }

  private Map<Integer, GridCell> cells(String file, Row row) {
    Map<Integer, GridCell> cells = new HashMap<>();
    for (Cell cell : row) {
      GridCell read = cell(cell);
      if (!read.isBlank()) {
        cells.put(cell.getColumnIndex(), read);
        check(file, cell, read);
      }
    }
    return cells;
  }

  private void check(String file, Cell cell, GridCell read) {
    String sheet = cell.getSheet().getSheetName();
    if (cell.getColumnIndex() >= MAX_COLUMNS) {
      String message = "The sheet has more than 100 columns";
      problems.error(
          "MOD-XLS-002", file, sheet, read.address(), message, "Delete what stands there");
    }
    if (read.text().length() > MAX_TEXT) {
      String message = "The cell holds more than 2,000 characters";
      problems.error("MOD-XLS-002", file, sheet, read.address(), message, "Shorten it");
    }
  }

  private static GridCell cell(Cell cell) {
    String address = SheetGrid.address(cell.getRowIndex(), cell.getColumnIndex());
    return switch (cell.getCellType()) {
      case STRING -> text(address, cell.getStringCellValue());
      case NUMERIC -> number(address, cell);
      case BOOLEAN -> new GridCell(address, GridCell.Kind.BOOLEAN, cell.getBooleanCellValue());
      case FORMULA -> new GridCell(address, GridCell.Kind.FORMULA, "=" + cell.getCellFormula());
      case ERROR -> new GridCell(address, GridCell.Kind.ERROR, error(cell));
      case BLANK, _NONE -> new GridCell(address, GridCell.Kind.BLANK, null);
    };
  }

  private static String error(Cell cell) {
    return FormulaError.forInt(cell.getErrorCellValue()).getString();
  }

  /** No-break spaces come along when people copy cells; they mean blanks. */
  private static GridCell text(String address, String text) {
    String tidy = text.replace('\u00a0', ' ').replace('\u202f', ' ').strip();
    return tidy.isEmpty()
        ? new GridCell(address, GridCell.Kind.BLANK, null)
        : new GridCell(address, GridCell.Kind.TEXT, tidy);
  }

  private static GridCell number(String address, Cell cell) {
    double value = cell.getNumericCellValue();
    if (DateUtil.isCellDateFormatted(cell)) {
      return new GridCell(address, GridCell.Kind.DATE, DateUtil.getLocalDateTime(value));
    }
    return new GridCell(address, GridCell.Kind.NUMBER, value);
  }
}
