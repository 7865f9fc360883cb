package org.moderato.http;

import java.io.IOException;

/** The client of a stream is gone, or what it sends is no request any more. */
final class BrokenStreamException extends IOException {

  private static final long serialVersionUID = 1L;

  BrokenStreamException(Throwable cause) {
    super("The request broke off", cause);
  }
}
