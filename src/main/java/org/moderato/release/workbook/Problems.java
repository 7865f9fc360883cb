package org.moderato.release.workbook;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderato.release.Problem;

/** Collects what is wrong, over all workbooks. */
final class Problems {

  private final List<Problem> problems = new ArrayList<>();

  void error(
      String code,
      String file,
      @Nullable String sheet,
      @Nullable String cell,
      String message,
      @Nullable String hint) {
    problems.add(new Problem(Problem.Severity.ERROR, code, file, sheet, cell, message, hint));
  }

  void error(
      String code, SheetGrid sheet, @Nullable String cell, String message, @Nullable String hint) {
    error(code, sheet.file(), sheet.name(), cell, message, hint);
  }

  void warning(
      String code, SheetGrid sheet, @Nullable String cell, String message, @Nullable String hint) {
    problems.add(
        new Problem(
            Problem.Severity.WARNING, code, sheet.file(), sheet.name(), cell, message, hint));
  }

  List<Problem> all() {
    return List.copyOf(problems);
  }
}
