package org.moderato.release;

import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
@Schema(name = "StrategyProblem", description = "Something wrong with a strategy's files.")
public record Problem(
    Severity severity,
    @Schema(description = "Stable name of the check.", examples = "MOD-TAB-003") String code,
    @Schema(description = "Path inside the strategy.", examples = "decision-tables/caps.xlsx")
        String file,
    @Schema(
            description = "The sheet; null for a rule file or the workbook as a whole.",
            examples = "Frequency cap")
        @Nullable String sheet,
    @Schema(
            description =
                "The cell, for a rule file its line; null for the sheet or file as a whole.",
            examples = "C14")
        @Nullable String cell,
    @Schema(description = "What is wrong, in words.", examples = "\"thre\" is no number")
        String message,
    @Schema(
            description = "What to do; null if the message says it all.",
            examples = "Write a whole number such as 3")
        @Nullable String hint) {

  /** How bad it is. */
  @Schema(description = "ERROR: the strategy is not loaded; WARNING: it is, somebody should look.")
  public enum Severity {
    /** The strategy is not loaded. */
    ERROR,
    /** The strategy is loaded; somebody should look. */
    WARNING
  }

  /** There are no rules, or no tables. */
  static Problem noStrategy(StrategyFiles files) {
    String part = files.rules().isEmpty() ? "rules" : "decision-tables";
    String what = "There is no file in " + part;
    String hint = "A strategy needs rule files and workbooks; see that both folders are there";
    return new Problem(Severity.ERROR, "MOD-FIL-002", part, null, null, what, hint);
  }

  /** Something that no check foresaw. */
  static Problem unforeseen(Throwable failure) {
    String what = "The strategy cannot be loaded: " + failure;
    String hint = "Take the last change back; the log has more";
    return new Problem(Severity.ERROR, "MOD-FIL-003", ".", null, null, what, hint);
  }

  /** A check stumbled over the strategy. */
  public static Problem notChecked(Throwable failure) {
    String what = "One of the checks could not be made: " + failure;
    String hint = "The log has more; what the other checks found is told";
    return new Problem(Severity.WARNING, "MOD-FIL-004", ".", null, null, what, hint);
  }

  /** Soon no day will be a holiday any more. */
  static Problem calendarEnds(CalendarEnd end) {
    String what = "The last holiday that is known is on " + end.day();
    String hint = "Add those of the next year";
    return new Problem(
        Severity.WARNING, "MOD-CAL-002", end.file(), end.sheet(), end.cell(), what, hint);
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
