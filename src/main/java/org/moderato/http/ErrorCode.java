package org.moderato.http;

import java.util.Locale;

/**
 * Every error that a caller can get; its name is the tail of the problem's type and never changes.
 */
public enum ErrorCode {
  MALFORMED(400, "Malformed request"),
  NOT_FOUND(404, "Not found"),
  CONFLICT(409, "Conflict"),
  TOO_LARGE(413, "Request too large"),
  INVALID(422, "Invalid request"),
  MESSAGE_ID_REUSED(422, "Message id used for another request"),
  STRATEGY_FAILED(503, "The strategy failed"),
  STRATEGY_NOT_READY(503, "No strategy is loaded"),
  BUSY(503, "Busy, try again"),
  OVERLOADED(503, "Overloaded, try again later"),
  UNAVAILABLE(503, "The database is unavailable"),
  INTERNAL(500, "Unexpected error");

  private final int status;
  private final String title;

  ErrorCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** The problem's type, such as {@code urn:moderato:problem:invalid}. */
  public String type() {
    return "urn:moderato:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
