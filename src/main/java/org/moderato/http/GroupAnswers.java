package org.moderato.http;

import java.io.ByteArrayOutputStream;
import java.util.Iterator;
import java.util.List;

/** Gets each line of a group its answer, whatever happens to it. */
final class GroupAnswers {

  private final GroupHandler handler;
  private final JsonBodies bodies;

  GroupAnswers(GroupHandler handler, JsonBodies bodies) {
    this.handler = handler;
    this.bodies = bodies;
  }

  /** The answers in the order of the lines, each with its line's end. */
  byte[] to(List<ReceivedLine> group) {
    Iterator<byte[]> answers = handle(accepted(group)).iterator();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (ReceivedLine received : group) {
      ServiceException refusal = received.refusal();
      out.writeBytes(
          refusal == null ? answers.next() : error(received.line(), Problem.of(refusal)));
      out.write('\n');
    }
    return out.toByteArray();
  }

  private static List<Line> accepted(List<ReceivedLine> group) {
    return group.stream()
        .filter(received -> received.refusal() == null)
        .map(ReceivedLine::line)
        .toList();
  }

  private List<byte[]> handle(List<Line> lines) {
    if (lines.isEmpty()) {
      return List.of();
    }
    try {
      List<byte[]> answers = handler.handle(lines);
      if (answers.size() == lines.size()) {
        return answers;
      }
      throw new IllegalStateException(answers.size() + " answers to " + lines.size() + " lines");
    } catch (RuntimeException | Error e) {
      Problem problem = Failures.unexpected(e, "group of lines");
      return lines.stream().map(line -> error(line, problem)).toList();
    }
  }

  private byte[] error(Line line, Problem problem) {
    return bodies.write(ErrorLine.of(line.number(), problem));
  }
}
