package org.moderato.release.drools;

/** Tells, reading rule text piece by piece, whether it stands between quotes. */
final class QuoteTracker {

  /** Of no quotes. */
  static final char NONE = 0;

  private char open = NONE;
  private boolean isComment;
  private boolean isEscaped;
  private char before = NONE;

  void read(String piece) {
    piece.chars().forEach(character -> read((char) character));
  }

  private void read(char character) {
    if (character == '\n') {
      open = NONE;
      isComment = false;
      isEscaped = false;
    } else if (open != NONE) {
      readInside(character);
    } else if (!isComment) {
      isComment = character == '/' && before == '/';
      open = character == '"' || character == '\'' ? character : NONE;
    }
    before = character;
  }

  private void readInside(char character) {
    if (isEscaped) {
      isEscaped = false;
    } else if (character == '\\') {
      isEscaped = true;
    } else if (character == open) {
      open = NONE;
    }
  }

  /** The quote that is open, or {@link #NONE}. */
  char open() {
    return open;
  }
}
