package org.moderato.overload;

/**
 * Remembers whether the database answers, so that not everybody has to find out. While it is gone,
 * one request is let through now and then to see whether it is back.
 */
final class Pulse {

  private final long memory;
  private boolean isGone;
  private long lastAnswer;
  private long nextTry;

  /**
   * @param memory for how many nanoseconds nobody asks a database that is gone
   * @param now in nanoseconds of a clock that never jumps, as everywhere here
   */
  Pulse(long memory, long now) {
    this.memory = memory;
    this.lastAnswer = now;
  }

  synchronized boolean isGone() {
    return isGone;
  }

  /** Whether to ask the database; while it is gone that is said to one caller at a time. */
  synchronized boolean mayBeAsked(long now) {
    if (!isGone) {
      return true;
    }
    if (now - nextTry < 0) {
      return false;
    }
    nextTry = now + memory;
    return true;
  }

  /** Notes an answer of the database; true if it was gone before. */
  synchronized boolean answered(long now) {
    boolean wasGone = isGone;
    isGone = false;
    lastAnswer = now;
    return wasGone;
  }

  /**
   * Notes that there was none; true if the database counts as gone since.
   *
   * @param asked when it was asked; if somebody was answered later that says more
   */
  synchronized boolean failed(long asked, long now) {
    if (hasAnsweredSince(asked)) {
      return false;
    }
    boolean wasGone = isGone;
    isGone = true;
    nextTry = now + memory;
    return !wasGone;
  }

  synchronized boolean hasAnsweredSince(long instant) {
    return lastAnswer - instant > 0;
  }
}
