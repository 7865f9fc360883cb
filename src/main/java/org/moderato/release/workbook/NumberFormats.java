package org.moderato.release.workbook;

import java.util.regex.Pattern;

/**
 * Tells formats that show another value than the cell has: what people read must be what counts.
 */
final class NumberFormats {

  private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"|\\\\(.)");
  private static final Pattern REST = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*]");
  private static final Pattern SHOWS_VALUE = Pattern.compile("[0#?@]|(?i:general|[ymdhs])");
  private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

  private NumberFormats() {}

  /**
   * Whether a format shows text in place of a number, or digits of its own beside it.
   *
   * @param format as a workbook keeps it, such as {@code 0.00} or {@code "none"}
   */
  static boolean isDisguise(String format) {
    String shown = format.split(";", 2)[0];
    boolean hasDigits =
        TEXT.matcher(format)
            .results()
            .map(text -> text.group(1) == null ? text.group(2) : text.group(1))
            .anyMatch(text -> DIGIT.matcher(text).find());
    return hasDigits || !SHOWS_VALUE.matcher(REST.matcher(shown).replaceAll("")).find();
  }
}
