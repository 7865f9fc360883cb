package org.moderato.release.workbook;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds characters that look right and are not: copied from a document, or of another keyboard. */
final class Typography {

  private static final Pattern QUOTES =
      Pattern.compile("[\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb]");
  private static final Pattern FULL_WIDTH = Pattern.compile("[\uff01-\uff5e\u3000]");
  private static final Pattern INVISIBLE =
      Pattern.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad\\p{Cntrl}&&[^\n\r\t]]");

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
    Matcher quote = QUOTES.matcher(text);
    if (quote.find()) {
      return Optional.of(
          new Oddity(
              "The cell holds the typographic quotation mark " + quote.group(),
              "Type a straight one instead"));
    }
    if (FULL_WIDTH.matcher(text).find()) {
      return Optional.of(
          new Oddity("The cell holds full-width characters", "Write " + plain(text)));
    }
    if (INVISIBLE.matcher(text).find()) {
      return Optional.of(
          new Oddity("The cell holds an invisible character", "Type the text again"));
    }
    return Optional.empty();
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }
}
