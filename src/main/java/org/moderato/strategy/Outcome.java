package org.moderato.strategy;

/** The answer to a message. */
public enum Outcome {
  /** Send it, on the channel that the verdict names. */
  SEND,
  /** Not now; ask again at the time that the verdict names. */
  DEFER,
  /** Do not send it. */
  SUPPRESS
}
