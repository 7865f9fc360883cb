package org.moderato.packaged.check;

/**
 * A broken promise.
 *
 * @param kind which one
 * @param customer whom it concerns, by the customer's own id
 * @param words what is wrong, with the window and the contacts where there are any
 */
public record Violation(Kind kind, String customer, String words) {

  /** The promises, each named for how it is broken. */
  public enum Kind {
    /** A window holds more contacts than a cap allows. */
    OVER_CAP,
    /** What was answered is not in the tables. */
    LOST,
    /** A SEND has not exactly one contact. */
    NO_CONTACT,
    /** The tables hold what nobody asked for. */
    NOT_ASKED,
    /** One message got two answers. */
    OTHER_ANSWER,
    /** A message has no key, or its key points to something else. */
    WRONG_KEY,
    /** A message was held back without need, or for too long, or not for long enough. */
    UNJUSTIFIED,
    /** A request failed in a way that nothing excuses. */
    FAILED,
    /** A message was never answered. */
    UNANSWERED,
    /** An id was used again for something else and that was not refused. */
    REUSED
  }
}
