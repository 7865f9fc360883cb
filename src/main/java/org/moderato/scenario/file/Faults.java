package org.moderato.scenario.file;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderato.release.Problem;

/** Collects what is wrong with one file. */
final class Faults {

  private final String file;
  private final List<Problem> problems = new ArrayList<>();

  Faults(String file) {
    this.file = file;
  }

  void add(String code, int line, String message, @Nullable String hint) {
    problems.add(
        new Problem(Problem.Severity.ERROR, code, file, null, String.valueOf(line), message, hint));
  }

  /** How many there are so far: a scenario that adds one is not run. */
  int count() {
    return problems.size();
  }

  /** Each once, though many scenarios may share the default or the example that has it. */
  List<Problem> problems() {
    return problems.stream().distinct().toList();
  }
}
