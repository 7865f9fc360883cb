package org.moderato.release.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.moderato.release.Problem;
import org.moderato.release.Problem.Severity;

/** Collects what is wrong, over all workbooks. */
final class Problems {

  /**
   * Of each severity: nobody mends more at once, and a wrong column of a huge table would fill the
   * memory.
   */
  static final int MAX_PER_SHEET = 1_000;

  /** Messages repeat what stands in a cell, and that may be a novel. */
  private static final int MAX_TEXT = 400;

  private static final Pattern ADDRESS = Pattern.compile("([A-Z]+)(\\d+)");

  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Integer> perSheet = new HashMap<>();

  /** Something wrong with a workbook as a whole. */
  void ofFile(String code, String file, String message, @Nullable String hint) {
    add(new Problem(Severity.ERROR, code, file, null, null, message, hint));
  }

  void error(String code, SheetGrid sheet, GridCell cell, String message, @Nullable String hint) {
    error(code, sheet, cell.address(), message, hint);
  }

  void error(
      String code, SheetGrid sheet, @Nullable String cell, String message, @Nullable String hint) {
    add(new Problem(Severity.ERROR, code, sheet.file(), sheet.name(), cell, message, hint));
  }

  void warning(
      String code, SheetGrid sheet, @Nullable String cell, String message, @Nullable String hint) {
    add(new Problem(Severity.WARNING, code, sheet.file(), sheet.name(), cell, message, hint));
  }

  void add(Problem problem) {
    String place = problem.severity() + "\0" + problem.file() + '\0' + problem.sheet();
    int count = perSheet.merge(place, 1, Integer::sum);
    if (count < MAX_PER_SHEET) {
      problems.add(shortened(problem));
    } else if (count == MAX_PER_SHEET) {
      problems.add(more(problem));
    }
  }

  private static Problem shortened(Problem problem) {
    return new Problem(
        problem.severity(),
        problem.code(),
        problem.file(),
        problem.sheet(),
        problem.cell(),
        shortened(problem.message()),
        problem.hint() == null ? null : shortened(problem.hint()));
  }

  private static String shortened(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + " ...";
  }

  private static Problem more(Problem one) {
    String message = "There are more problems in this sheet";
    String hint = "Mend the others first";
    return new Problem(one.severity(), "MOD-XLS-006", one.file(), one.sheet(), null, message, hint);
  }

  /** All problems in the order in which a person meets the cells. */
  List<Problem> sorted(List<SheetGrid> sheets) {
    Map<String, Integer> order = new HashMap<>();
    for (SheetGrid sheet : sheets) {
      order.putIfAbsent(sheet.file() + '\0' + sheet.name(), order.size());
    }
    return problems.stream()
        .sorted(
            Comparator.comparing(Problem::file)
                .thenComparingInt(p -> order.getOrDefault(p.file() + '\0' + p.sheet(), -1))
                .thenComparingLong(p -> position(p.cell())))
        .toList();
  }

  private static long position(@Nullable String cell) {
    Matcher address = ADDRESS.matcher(cell == null ? "" : cell);
    if (!address.matches()) {
      return -1;
    }
    long column = 0;
    for (char letter : address.group(1).toCharArray()) {
      column = column * 26 + letter - 'A' + 1;
    }
    return (Long.parseLong(address.group(2)) << 20) + column;
  }
}
