package org.moderato.strategy;

import java.time.Duration;

/**
 * A rule asked about more history than was loaded. The caller loads the longer window and judges
 * again: counting silently over less than was asked would let messages through.
 */
public class LookbackExceededException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Duration needed;

  public LookbackExceededException(Duration needed) {
    super("a rule asks about " + needed + " of history, which is more than was loaded");
    this.needed = needed;
  }

  /** How far back the question reaches. */
  public Duration needed() {
    return needed;
  }
}
