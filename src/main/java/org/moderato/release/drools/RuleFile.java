package org.moderato.release.drools;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderato.release.Problem;

/** A rule file, whose lines are those of its text. */
record RuleFile(String file, String drl) implements RuleText {

  private static final String BYTE_ORDER_MARK = "\ufeff";
  private static final char REPLACEMENT = '\ufffd';

  /** Takes a file's bytes for text, however its program marks that it is UTF-8, and ends lines. */
  static RuleFile of(String file, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n");
    return new RuleFile(file, text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
  }

  /** What stands for bytes that are no text; empty if there are none. */
  Optional<Fault> notText() {
    int at = drl.indexOf(REPLACEMENT);
    int line = (int) drl.substring(0, Math.max(at, 0)).chars().filter(c -> c == '\n').count() + 1;
    String message = "The line holds characters that are not UTF-8; save the file as UTF-8";
    return at < 0 ? Optional.empty() : Optional.of(new Fault(line, message));
  }

  @Override
  public List<Problem> problems(List<Fault> faults) {
    return faults.stream().map(this::problem).toList();
  }

  private Problem problem(Fault fault) {
    return error(fault.code("MOD-DRL-010"), file, fault.line(), fault.message(), null);
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
