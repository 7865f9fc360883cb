package org.moderato.release;

import org.jspecify.annotations.Nullable;

/** Somebody else published meanwhile. */
public final class OvertakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final @Nullable String active;

  /**
   * @param active the release in force; null: none is
   */
  public OvertakenException(@Nullable String active) {
    super("another release is in force: " + active);
    this.active = active;
  }

  public @Nullable String active() {
    return active;
  }
}
