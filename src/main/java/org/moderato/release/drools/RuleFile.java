package org.moderato.release.drools;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderato.release.Problem;

/** A rule file, whose lines are those of its text. */
record RuleFile(String file, String drl) implements RuleText {

  @Override
  public List<Problem> problems(List<Fault> faults) {
    return faults.stream().map(this::problem).toList();
  }

  private Problem problem(Fault fault) {
    return error("MOD-DRL-010", file, fault.line(), fault.message(), null);
  }

  /**
   * An error in a rule file.
   *
   * @param line from 1; less: unknown
   */
  static Problem error(String code, String file, int line, String message, @Nullable String hint) {
    String shown = line < 1 ? null : String.valueOf(line);
    return new Problem(Problem.Severity.ERROR, code, file, null, shown, message, hint);
  }
}
