package org.moderato.release.drools;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderato.release.Problem;

/** Rule text as the compiler gets it, and the way back to what a person wrote. */
interface RuleText {

  /** The text, in the rule language. */
  String drl();

  /** Says where the faults of this text are, as its author sees them. */
  List<Problem> problems(List<Fault> faults);

  /**
   * What the compiler complains of.
   *
   * @param line in the text, from 1; less: unknown
   * @param message in words
   * @param code stable; null: that of all that does not compile
   */
  record Fault(int line, String message, @Nullable String code) {

    Fault(int line, String message) {
      this(line, message, null);
    }

    /** The stable code. */
    String code(String usual) {
      return code == null ? usual : code;
    }
  }
}
