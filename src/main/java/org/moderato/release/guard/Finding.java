package org.moderato.release.guard;

/**
 * Something in rule text that is refused.
 *
 * @param code stable, such as {@code MOD-GRD-001}
 * @param line from 1
 * @param message what was found, in words
 */
public record Finding(String code, int line, String message) {

  /** A form of the language that rules may not have. */
  public static final String FORM = "MOD-GRD-001";

  /** A type, method or field that the allow-list does not have. */
  public static final String USE = "MOD-GRD-002";

  /** A name with characters that names may not have. */
  public static final String NAME = "MOD-GRD-003";

  /** More, longer or deeper than it may be. */
  public static final String LIMIT = "MOD-GRD-004";

  /** A data cell that is no plain value. */
  public static final String CELL = "MOD-GRD-005";

  /** The compiler takes too long. */
  public static final String TIME = "MOD-GRD-006";
}
