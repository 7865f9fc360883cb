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
  private int errors;

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
    errors++;
    add(Problem.Severity.ERROR, code, line, message, hint);
  }

  /** A name that stands twice in one part: nobody can tell which of the two is meant. */
  void repeated(Tree.Fields.Name name) {
    add("MOD-SCN-002", name.line(), "\"" + name.text() + "\" is there already", null);
  }

  /** Something that somebody should look at; its scenario runs. */
  void warn(String code, int line, String message, @Nullable String hint) {
    add(Problem.Severity.WARNING, code, line, message, hint);
  }

  private void add(
      Problem.Severity severity, String code, int line, String message, @Nullable String hint) {
    problems.add(new Problem(severity, code, file, sheet, places.apply(line), message, hint));
  }

  /** How many errors there are so far: a scenario that adds one is not run. */
  int count() {
    return errors;
  }

  /** Each once, though many scenarios may share the default or the example that has it. */
  List<Problem> problems() {
    return problems.stream().distinct().toList();
  }
}
