package org.moderato.release.guard;

/**
 * A piece of rule text.
 *
 * @param text as written; of a text without its quotes
 * @param start place of its first character in the text, from 0
 * @param line from 1
 */
record RuleToken(Kind kind, String text, int start, int line) {

  /** What a piece is. */
  enum Kind {
    WORD,
    NUMBER,
    /** Between double quotes. */
    TEXT,
    /** Between single quotes. */
    QUOTED,
    /** Anything else; several characters where they belong together. */
    SYMBOL
  }

  boolean is(String wanted) {
    return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(wanted);
  }

  boolean isWord() {
    return kind == Kind.WORD;
  }

  /** Whether it is written like a type or a constant. */
  boolean isCapitalised() {
    return isWord() && Character.isUpperCase(text.charAt(0));
  }
}
