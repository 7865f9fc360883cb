package org.moderato.release.guard;

/**
 * A part of a rule text.
 *
 * @param start its first character, from 0
 * @param end the first one after it
 */
public record RuleRegion(Kind kind, int start, int end) {

  /** What may stand in a part. */
  public enum Kind {
    /** Head and conditions of a rule or query. */
    CONDITIONS,
    /** What stands after {@code then}. */
    CONSEQUENCE,
    /** The body of a function. */
    FUNCTION,
    /** Imports, globals and declarations. */
    AROUND
  }

  boolean contains(int place) {
    return start <= place && place < end;
  }
}
