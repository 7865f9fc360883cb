package org.moderato.release.drools;

import static org.apache.poi.ss.usermodel.Row.MissingCellPolicy.CREATE_NULL_AS_BLANK;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.moderato.release.Problem;
import org.moderato.release.RuleSheet;
import org.moderato.release.workbook.TestWorkbooks;
import org.moderato.release.workbook.WorkbookReader;

/** Rule files and rule tables to compile in tests. */
final class TestRules {

  /** What a rule file begins with; its rules begin on line 8. */
  static final String HEAD =
      """
      package moderato.test
      import org.moderato.strategy.fact.*;
      import org.moderato.strategy.rule.*;
      import org.moderato.strategy.table.*;
      global Policies policies
      global History history
      global VerdictBuilder verdict
      """;

  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private final SortedMap<String, byte[]> workbooks = new TreeMap<>();

  static TestRules drl(String drl) {
    return new TestRules().file("rules/test.drl", HEAD + drl);
  }

  TestRules file(String name, String drl) {
    return file(name, drl.getBytes(StandardCharsets.UTF_8));
  }

  TestRules file(String name, byte[] bytes) {
    files.put(name, bytes);
    return this;
  }

  TestRules workbook(String name, TestWorkbooks workbook) {
    workbooks.put(name, workbook.bytes());
    return this;
  }

  /** Merges cells of the first sheet of a workbook. */
  TestRules mergeCells(String name, CellRangeAddress cells) {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(workbooks.get(name)))) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      // Spreadsheet programs keep the cells that a merged one covers.
      cells.forEach(c -> sheet.getRow(c.getRow()).getCell(c.getColumn(), CREATE_NULL_AS_BLANK));
      sheet.addMergedRegion(cells);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      workbook.write(bytes);
      workbooks.put(name, bytes.toByteArray());
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  DeclaredTypes read() {
    return RuleFiles.read(files);
  }

  Compiled compile() {
    return compile(EnumSet.allOf(Layer.class));
  }

  Compiled compile(Set<Layer> layers) {
    DeclaredTypes types = read();
    List<RuleSheet> sheets = new WorkbookReader().read(workbooks, types.types()).ruleSheets();
    return new RuleCompiler(Optional.empty(), layers).compile(files, sheets, types);
  }

  /** The rules; fails if there is anything wrong with them. */
  CompiledRules rules() {
    DeclaredTypes types = read();
    Compiled compiled = compile();
    if (!types.problems().isEmpty() || compiled.rules().isEmpty()) {
      throw new AssertionError(types.problems() + " " + compiled.problems());
    }
    return compiled.rules().get();
  }

  /** All problems, without their hints: {@code file:sheet!cell: code message}. */
  List<String> problems() {
    Compiled compiled = compile();
    compiled.rules().ifPresent(CompiledRules::close);
    Set<Problem> problems = new LinkedHashSet<>(read().problems());
    problems.addAll(compiled.problems());
    return problems.stream().map(TestRules::withoutHint).toList();
  }

  private static String withoutHint(Problem p) {
    return new Problem(p.severity(), p.code(), p.file(), p.sheet(), p.cell(), p.message(), null)
        .toString();
  }
}
