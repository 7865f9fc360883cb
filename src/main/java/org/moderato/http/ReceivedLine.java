package org.moderato.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What the reader of a stream hands on: a line, or why it can't be one, or the end.
 *
 * @param line the line; without bytes if it was refused
 * @param refusal why the line is not handled; null if it is
 * @param isEnd whether nothing follows; then there is no line
 * @param failure why the stream ended too early; null if it didn't
 */
record ReceivedLine(
    Line line, @Nullable ServiceException refusal, boolean isEnd, @Nullable IOException failure) {

  private static final Line NONE = new Line(0, new byte[0]);

  static ReceivedLine of(Line line) {
    return new ReceivedLine(line, null, false, null);
  }

  static ReceivedLine refused(int number, ServiceException refusal) {
    return new ReceivedLine(new Line(number, new byte[0]), refusal, false, null);
  }

  static ReceivedLine end(@Nullable IOException failure) {
    return new ReceivedLine(NONE, null, true, failure);
  }
}
