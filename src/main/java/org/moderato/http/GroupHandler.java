package org.moderato.http;

import java.util.List;

/** Answers lines that may share a transaction. */
@FunctionalInterface
public interface GroupHandler {

  /**
   * Called by one worker thread at a time, without a request's context.
   *
   * @param lines 1 to 64, in the order in which they came
   * @return one answer a line, in the same order: one line of JSON each, without its end
   */
  List<byte[]> handle(List<Line> lines);
}
