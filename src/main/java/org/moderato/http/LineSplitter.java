package org.moderato.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Predicate;

/** Splits a body into lines, and refuses those that are too long or no text. */
final class LineSplitter {

  /** The most bytes of a line, without its end. */
  static final int MAX_LINE = 64 * 1024;

  private static final int CHUNK = 16 * 1024;

  private final Predicate<ReceivedLine> taker;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean isTooLong;
  private int number = 1;

  /**
   * @param taker says whether it wants more
   */
  LineSplitter(Predicate<ReceivedLine> taker) {
    this.taker = taker;
  }

  /** Reads to the end, or until the taker has enough. */
  void split(InputStream body) throws IOException {
    byte[] chunk = new byte[CHUNK];
    int length = body.read(chunk);
    while (length >= 0) {
      if (!take(chunk, length)) {
        return;
      }
      length = body.read(chunk);
    }
    endLine();
  }

  private boolean take(byte[] chunk, int length) {
    int start = 0;
    for (int i = 0; i < length; i++) {
      if (chunk[i] == '\n') {
        keep(chunk, start, i - start);
        start = i + 1;
        if (!endLine()) {
          return false;
        }
      }
    }
    keep(chunk, start, length - start);
    return true;
  }

  /** One byte more than allowed is kept, since it may be the carriage return of the line's end. */
  private void keep(byte[] chunk, int start, int length) {
    if (line.size() + length > MAX_LINE + 1) {
      isTooLong = true;
    }
    if (!isTooLong) {
      line.write(chunk, start, length);
    }
  }

  private boolean endLine() {
    byte[] bytes = withoutReturn(line.toByteArray());
    boolean isLong = isTooLong || bytes.length > MAX_LINE;
    int current = number++;
    line.reset();
    isTooLong = false;
    if (isLong) {
      return refuse(current, ErrorCode.TOO_LARGE, "A line must have at most 65536 bytes");
    }
    if (isBlank(bytes)) {
      return true;
    }
    return isText(bytes)
        ? taker.test(ReceivedLine.of(new Line(current, bytes)))
        : refuse(current, ErrorCode.MALFORMED, "The line is not UTF-8");
  }

  private boolean refuse(int current, ErrorCode code, String words) {
    return taker.test(ReceivedLine.refused(current, new ServiceException(code, words)));
  }

  private static byte[] withoutReturn(byte[] bytes) {
    boolean isReturn = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
    return isReturn ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte one : bytes) {
      if (one != ' ' && one != '\t' && one != '\r') {
        return false;
      }
    }
    return true;
  }

  private static boolean isText(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
