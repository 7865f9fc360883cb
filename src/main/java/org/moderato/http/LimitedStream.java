package org.moderato.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A request's body that ends with an error where it becomes too large. */
final class LimitedStream extends FilterInputStream {

  private final long maxBytes;
  private long bytes;

  /**
   * @param maxBytes how long the body may be, inclusive
   */
  LimitedStream(InputStream body, long maxBytes) {
    super(body);
    this.maxBytes = maxBytes;
  }

  static ServiceException tooLarge(long maxBytes) {
    return new ServiceException(
        ErrorCode.TOO_LARGE, "The body must have at most " + maxBytes + " bytes");
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    int read = readFrom(buffer, offset, length);
    bytes += Math.max(0, read);
    if (bytes > maxBytes) {
      throw tooLarge(maxBytes);
    }
    return read;
  }

  private int readFrom(byte[] buffer, int offset, int length) {
    try {
      return in.read(buffer, offset, length);
    } catch (IOException e) {
      throw new ServiceException(ErrorCode.MALFORMED, "The body ended too early");
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
