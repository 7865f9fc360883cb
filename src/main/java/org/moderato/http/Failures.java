package org.moderato.http;

import io.quarkus.logging.Log;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Logs what nobody foresaw, and gives the caller a number to ask with. */
public final class Failures {

  /** An endless recursion has a thousand, which all say the same. */
  private static final int MAX_FRAMES = 80;

  private Failures() {}

  /**
   * Logs where it happened at ERROR, and what was said only at TRACE: a database's messages quote
   * the customer's data.
   *
   * @param where the code that was running, never a path with ids in it
   */
  static Problem unexpected(Throwable failure, String where) {
    UUID number = UUID.randomUUID();
    Log.errorf(withoutWords(failure), "unexpected error=%s in=%s", number, where);
    Log.tracef(failure, "unexpected error=%s", number);
    return Problem.of(ErrorCode.INTERNAL, "The error has been logged as " + number, List.of());
  }

  /** The same with the names of its classes for messages, fit for a log. */
  public static Throwable withoutWords(Throwable failure) {
    Throwable cause = failure.getCause();
    Throwable quiet =
        new Throwable(failure.getClass().getName(), cause == null ? null : withoutWords(cause));
    StackTraceElement[] frames = failure.getStackTrace();
    quiet.setStackTrace(Arrays.copyOf(frames, Math.min(frames.length, MAX_FRAMES)));
    return quiet;
  }
}
