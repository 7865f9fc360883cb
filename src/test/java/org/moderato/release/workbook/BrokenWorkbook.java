package org.moderato.release.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook, or several, with something wrong in it, and what is to be said about that; written in
 * a text file such as {@code broken/cells.txt}:
 *
 * <pre>
 * == a name
 * [Frequency cap]
 * Chanel | Window | At most
 * -> Frequency cap!A1 MOD-TAB-002 some of the words ~ some of the hint
 * </pre>
 *
 * A sheet of another workbook than the first is {@code [other.xlsx:Frequency cap]}. Lines that
 * begin with {@code !} merge, hide or strike out cells. A backslash begins {@code \n} and {@code
 * \u00a0}.
 */
final class BrokenWorkbook {

  private static final Path FOLDER = Path.of("src/test/resources/broken");
  private static final Set<String> RESERVED =
      Set.of("Vocabularies", "Attributes", "Settings", "Calendar");
  private static final Pattern SHEET = Pattern.compile("\\[(?:([^:]+):)?([^]]*)]");

  private final String name;
  private final Map<String, Map<String, StringBuilder>> sheets = new LinkedHashMap<>();
  private final List<Layout> layouts = new ArrayList<>();
  private final List<Expected> expected = new ArrayList<>();

  private String file = "test.xlsx";
  private String sheet = "";

  private record Layout(String file, String sheet, String text) {}

  /**
   * What is to be said of one place.
   *
   * @param place file, sheet and cell, and the code; {@code test.xlsx:Frequency cap!A1 MOD-TAB-002}
   * @param words some of the message
   * @param hint some of the hint; empty: anything
   */
  record Expected(String place, String words, String hint) {}

  private BrokenWorkbook(String name) {
    this.name = name;
  }

  /** All of a file, in its order. */
  static List<BrokenWorkbook> of(String fileName) {
    List<BrokenWorkbook> all = new ArrayList<>();
    for (String line : lines(fileName)) {
      if (line.startsWith("== ")) {
        all.add(new BrokenWorkbook(line.substring(3)));
      } else if (!line.startsWith("#") && !all.isEmpty()) {
        all.get(all.size() - 1).read(line);
      }
    }
    return all;
  }

  private static List<String> lines(String fileName) {
    try {
      return Files.readAllLines(FOLDER.resolve(fileName));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(String line) {
    Matcher head = SHEET.matcher(line);
    if (head.matches()) {
      file = head.group(1) == null ? "test.xlsx" : head.group(1);
      sheet = head.group(2);
      sheets.computeIfAbsent(file, f -> new LinkedHashMap<>()).put(sheet, new StringBuilder());
    } else if (line.startsWith("-> ")) {
      expected.add(expected(line.substring(3)));
    } else if (line.startsWith("!")) {
      layouts.add(new Layout(file, sheet, line.substring(1)));
    } else if (expected.isEmpty() && sheets.containsKey(file)) {
      sheets.get(file).get(sheet).append(line).append('\n');
    }
  }

  private static Expected expected(String line) {
    String[] wordsAndHint = line.split(" ~ ", 2);
    Matcher place = Pattern.compile("(.*? ?MOD-\\w+-\\d+) ?(.*)").matcher(wordsAndHint[0]);
    if (!place.matches()) {
      throw new IllegalArgumentException(line);
    }
    String where = place.group(1).contains(".xlsx") ? "" : "test.xlsx:";
    return new Expected(
        where + place.group(1), place.group(2), wordsAndHint.length > 1 ? wordsAndHint[1] : "");
  }

  /** Whether nothing in it has a meaning for other workbooks, or one of them for it. */
  boolean speaksForItself() {
    return sheets.size() == 1
        && sheets.get(file).entrySet().stream()
            .noneMatch(s -> RESERVED.contains(s.getKey()) || s.getValue().indexOf("Id ") == 0);
  }

  /** Whether it has a sheet of that name. */
  boolean uses(String sheetName) {
    return sheets.values().stream().anyMatch(contents -> contents.containsKey(sheetName));
  }

  List<Expected> expected() {
    return expected;
  }

  SortedMap<String, byte[]> workbooks() {
    SortedMap<String, byte[]> workbooks = new TreeMap<>();
    sheets.forEach(
        (fileName, contents) -> {
          TestWorkbooks workbook = new TestWorkbooks();
          contents.forEach((sheetName, lines) -> workbook.sheet(sheetName, lines.toString()));
          layouts.stream()
              .filter(layout -> layout.file().equals(fileName))
              .forEach(layout -> workbook.with(book -> lay(book, layout)));
          workbooks.put(fileName, workbook.bytes());
        });
    return workbooks;
  }

  private static void lay(XSSFWorkbook workbook, Layout layout) {
    Sheet sheet = workbook.getSheet(layout.sheet());
    String[] words = layout.text().split(" ");
    switch (words[0]) {
      case "merge" -> sheet.addMergedRegion(CellRangeAddress.valueOf(words[1]));
      case "hide-row" -> sheet.getRow(Integer.parseInt(words[1]) - 1).setZeroHeight(true);
      case "hide-column" -> sheet.setColumnHidden(words[1].charAt(0) - 'A', true);
      case "hide-sheet" -> workbook.setSheetHidden(workbook.getSheetIndex(sheet), true);
      case "strike-row" ->
          sheet
              .getRow(Integer.parseInt(words[1]) - 1)
              .forEach(c -> c.setCellStyle(struck(workbook)));
      default -> throw new IllegalArgumentException(layout.text());
    }
  }

  private static CellStyle struck(XSSFWorkbook workbook) {
    Font font = workbook.createFont();
    font.setStrikeout(true);
    CellStyle style = workbook.createCellStyle();
    style.setFont(font);
    return style;
  }

  @Override
  public String toString() {
    return name;
  }
}
