package org.moderato.release.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

/**
 * Makes workbooks of text: one line a row, cells between bars. Numbers become numbers; what else a
 * cell may hold is said before it, see {@link #set}.
 */
public final class TestWorkbooks {

  private static final Pattern ESCAPE = Pattern.compile("\\\\u(\\p{XDigit}{4})");

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

  private void fill(Row row, String line) {
    String[] cells = line.split("\\|", -1);
    for (int column = 0; column < cells.length; column++) {
      String text = cells[column].strip();
      if (!text.isEmpty()) {
        set(row.createCell(column), unescaped(text));
      }
    }
  }

  /** {@code \\n} is a new line and {@code \\u00a0} a no-break space. */
  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text.replace("\\n", "\n"))
        .replaceAll(code -> Character.toString(Integer.parseInt(code.group(1), 16)));
  }

  /**
   * {@code '7} is a text, {@code =1+1} a formula; {@code date:2026-11-22}, {@code
   * date:2026-11-22T10:30}, {@code time:21:00}, {@code percent:0.5}, {@code money:10}, {@code
   * bool:true}, {@code error:#REF!} and {@code inline:text} are what they say.
   */
  private void set(Cell cell, String text) {
    String value = text.substring(text.indexOf(':') + 1);
    if (text.matches("-?\\d+(\\.\\d+)?")) {
      cell.setCellValue(Double.parseDouble(text));
    } else if (text.startsWith("=")) {
      cell.setCellFormula(text.substring(1));
    } else if (text.startsWith("date:")) {
      setDate(cell, value);
    } else if (text.startsWith("time:")) {
      setNumber(cell, DateUtil.convertTime(value), "h:mm");
    } else if (text.startsWith("percent:")) {
      setNumber(cell, Double.parseDouble(value), "0%");
    } else if (text.startsWith("money:")) {
      setNumber(cell, Double.parseDouble(value), "\"$\"#,##0.00");
    } else if (text.startsWith("bool:")) {
      cell.setCellValue(Boolean.parseBoolean(value));
    } else if (text.startsWith("error:")) {
      cell.setCellErrorValue(FormulaError.forString(value).getCode());
    } else if (text.startsWith("inline:")) {
      ((XSSFCell) cell).getCTCell().setT(STCellType.INLINE_STR);
      ((XSSFCell) cell).getCTCell().addNewIs().setT(value);
    } else {
      cell.setCellValue(text.startsWith("'") ? text.substring(1) : text);
    }
  }

  private void setDate(Cell cell, String value) {
    LocalDateTime date =
        value.contains("T") ? LocalDateTime.parse(value) : LocalDate.parse(value).atStartOfDay();
    setNumber(cell, DateUtil.getExcelDate(date, workbook.isDate1904()), "dd.mm.yyyy");
  }

  private void setNumber(Cell cell, double value, String format) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    cell.setCellStyle(style);
    cell.setCellValue(value);
  }

  /** Counts days from 1904 on, as workbooks of old Macintoshes do; to be said first. */
  public TestWorkbooks startingIn1904() {
    workbook.getCTWorkbook().getWorkbookPr().setDate1904(true);
    return this;
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
