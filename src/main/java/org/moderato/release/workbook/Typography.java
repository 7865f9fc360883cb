package org.moderato.release.workbook;

import java.text.Normalizer;
import java.util.Optional;

/** Finds characters that look right and are not: copied from a document, or of another keyboard. */
final class Typography {

  private static final String QUOTES =
      "\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb";
  private static final char SOFT_HYPHEN = '\u00ad';
  private static final char WIDE_SPACE = '\u3000';

  private Typography() {}

  /**
   * A character that nobody meant.
   *
   * @param message what it is
   * @param hint what to do
   */
  record Oddity(String message, String hint) {}

  /** The first such character of a text; empty if it has none. */
  static Optional<Oddity> find(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Nearly all are: this is asked of every cell of large tables.
      boolean isPlain = c >= ' ' && c <= '~';
      if (!isPlain && isOdd(c)) {
        return Optional.of(oddity(c, text));
      }
    }
    return Optional.empty();
  }

  private static boolean isOdd(char c) {
    return QUOTES.indexOf(c) >= 0 || isFullWidth(c) || isInvisible(c);
  }

  private static boolean isFullWidth(char c) {
    return (c >= '\uff01' && c <= '\uff5e') || c == WIDE_SPACE;
  }

  private static boolean isInvisible(char c) {
    boolean isControl = Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
    return isControl || Character.getType(c) == Character.FORMAT || c == SOFT_HYPHEN;
  }

  private static Oddity oddity(char c, String text) {
    if (isFullWidth(c)) {
      String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
      return new Oddity("The cell holds full-width characters", "Write " + plain);
    }
    return isInvisible(c)
        ? new Oddity("The cell holds an invisible character", "Type the text again")
        : new Oddity(
            "The cell holds the typographic quotation mark " + c, "Type a straight one instead");
  }
}
