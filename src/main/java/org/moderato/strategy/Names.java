package org.moderato.strategy;

/** How names and words are compared: people write {@code At most}, rules say {@code atMost}. */
public final class Names {

  private Names() {}

  /**
   * The form in which names of sheets, headers, fields and attributes are compared: letters and
   * digits only, lower case. {@code "Life-cycle stage"} becomes {@code "lifecyclestage"}.
   */
  public static String key(String name) {
    StringBuilder key = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        key.append(Character.toLowerCase(c));
      }
    }
    return key.toString();
  }

  /**
   * The form in which words of a vocabulary are compared: trimmed, lower case. Letter by letter, so
   * that it is never longer than the word and no letter depends on its neighbours.
   */
  public static String word(String word) {
    return isWord(word) ? word : lower(word.strip());
  }

  /**
   * Whether a text is a word.
   *
   * @param word in the form of {@link #word}
   */
  public static boolean isSame(String text, String word) {
    if (text.equals(word)) {
      return true;
    }
    boolean mayBe = text.length() == word.length() ? text.equalsIgnoreCase(word) : isPadded(text);
    return mayBe && word(text).equals(word);
  }

  /** Whether there may be something to trim. */
  private static boolean isPadded(String text) {
    return !text.isEmpty() && (isOdd(text.charAt(0)) || isOdd(text.charAt(text.length() - 1)));
  }

  private static boolean isOdd(char c) {
    return c <= ' ' || c > '~';
  }

  /** Whether it is surely in that form already, as most words are. */
  private static boolean isWord(String word) {
    int length = word.length();
    for (int i = 0; i < length; i++) {
      char c = word.charAt(i);
      if (c > '~' || (c >= 'A' && c <= 'Z')) {
        return false;
      }
    }
    return length == 0 || (word.charAt(0) > ' ' && word.charAt(length - 1) > ' ');
  }

  private static String lower(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
    return lower.toString();
  }
}
