package org.moderato.release.guard;

/** Characters that nobody sees, some of which turn the direction of what follows. */
public final class HiddenCharacters {

  private HiddenCharacters() {}

  /** Whether a character is neither shown nor a space; a new line and a tab are such, too. */
  public static boolean has(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
