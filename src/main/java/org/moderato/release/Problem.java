package org.moderato.release;

import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a strategy's files, said so that the person who edits them can mend it.
 *
 * @param severity whether the strategy can be loaded all the same
 * @param code stable, such as {@code MOD-TAB-003}; see {@code src/docs/checks}
 * @param file path inside the strategy, such as {@code decision-tables/caps.xlsx}
 * @param sheet the sheet; null for a rule file or the workbook as a whole
 * @param cell such as {@code C14}, for a rule file its line; null for the sheet or file as a whole
 * @param message what is wrong, in words
 * @param hint what to do; null if the message says it all
 */
public record Problem(
    Severity severity,
    String code,
    String file,
    @Nullable String sheet,
    @Nullable String cell,
    String message,
    @Nullable String hint) {

  /** How bad it is. */
  public enum Severity {
    /** The strategy is not loaded. */
    ERROR,
    /** The strategy is loaded; somebody should look. */
    WARNING
  }

  /** The strategy's folder, or a file in it, cannot be read. */
  static Problem unreadable(UncheckedIOException failure) {
    String what = String.valueOf(failure.getMessage());
    String hint = "See that the service may read the strategy's folder and all files in it";
    return new Problem(Severity.ERROR, "MOD-FIL-001", ".", null, null, what, hint);
  }

  /** File, sheet and cell, such as {@code decision-tables/caps.xlsx:Frequency cap!C14}. */
  public String place() {
    return file + (sheet == null ? "" : ":" + sheet) + (cell == null ? "" : "!" + cell);
  }

  @Override
  public String toString() {
    return place() + ": " + code + " " + message + (hint == null ? "" : " (" + hint + ")");
  }
}
