package org.moderato.scenario.file;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.moderato.release.Problem;

/** Collects what is wrong with one file. */
final class Faults {

  private final String file;
  private final @Nullable String sheet;
  private final IntFunction<String> places;
  private final List<Problem> problems = new ArrayList<>();

  /** Of a file of text. */
  Faults(String file) {
    this(file, null, String::valueOf);
  }

  /**
   * @param places what to call a line of the tree; for a sheet its cell
   */
  Faults(String file, @Nullable String sheet, IntFunction<String> places) {
    this.file = file;
    this.sheet = sheet;
    this.places = places;
  }

  void add(String code, int line, String message, @Nullable String hint) {
    problems.add(
        new Problem(Problem.Severity.ERROR, code, file, sheet, places.apply(line), message, hint));
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
