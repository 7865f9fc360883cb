package org.moderato.release.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Makes workbooks of text: one line a row, cells between bars; numbers become numbers. */
public final class TestWorkbooks {

  private final XSSFWorkbook workbook = new XSSFWorkbook();

  /** Adds a sheet from lines such as {@code Id | Channel | At most}. */
  public TestWorkbooks sheet(String name, String lines) {
    Sheet sheet = workbook.createSheet(name);
    int rowNumber = 0;
    for (String line : lines.stripTrailing().split("\n", -1)) {
      if (!line.isBlank()) {
        fill(sheet.createRow(rowNumber), line);
      }
      rowNumber++;
    }
    return this;
  }

  private static void fill(Row row, String line) {
    String[] cells = line.split("\\|", -1);
    for (int column = 0; column < cells.length; column++) {
      String text = cells[column].strip();
      if (!text.isEmpty()) {
        set(row.createCell(column), text);
      }
    }
  }

  private static void set(Cell cell, String text) {
    if (text.matches("-?\\d+(\\.\\d+)?")) {
      cell.setCellValue(Double.parseDouble(text));
    } else if (text.startsWith("=")) {
      cell.setCellFormula(text.substring(1));
    } else {
      cell.setCellValue(text.startsWith("'") ? text.substring(1) : text);
    }
  }

  /** Changes the workbook in ways that lines cannot say. */
  public TestWorkbooks with(Consumer<XSSFWorkbook> change) {
    change.accept(workbook);
    return this;
  }

  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (workbook) {
      workbook.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
