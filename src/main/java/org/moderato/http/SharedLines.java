package org.moderato.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Does the lines of a group together, all of them or none; if that fails, one by one. Whatever is
 * wrong with a line is no other line's business.
 *
 * @param <T> what is read of a line
 */
final class SharedLines<T> implements GroupHandler {

  private final Function<byte[], T> read;
  private final Function<List<T>, List<byte[]>> work;
  private final JsonBodies bodies;

  /**
   * @param read makes something to do of a line
   * @param work does it, all or nothing, and answers each
   */
  SharedLines(Function<byte[], T> read, Function<List<T>, List<byte[]>> work, JsonBodies bodies) {
    this.read = read;
    this.work = work;
    this.bodies = bodies;
  }

  @Override
  public List<byte[]> handle(List<Line> lines) {
    Map<Line, T> valid = new HashMap<>();
    Map<Line, byte[]> answers = new HashMap<>();
    for (Line line : lines) {
      guarded(line, answers, () -> valid.put(line, read.apply(line.bytes())));
    }
    List<Line> readable = lines.stream().filter(valid::containsKey).toList();
    if (!together(readable, valid, answers)) {
      for (Line line : readable) {
        guarded(
            line, answers, () -> answers.put(line, work.apply(List.of(valid.get(line))).get(0)));
      }
    }
    return lines.stream().map(answers::get).toList();
  }

  /** Whether it worked; a line alone is not worth two attempts. */
  private boolean together(List<Line> lines, Map<Line, T> valid, Map<Line, byte[]> answers) {
    if (lines.size() < 2) {
      return false;
    }
    try {
      List<byte[]> done = new ArrayList<>(work.apply(lines.stream().map(valid::get).toList()));
      for (int i = 0; i < lines.size(); i++) {
        answers.put(lines.get(i), done.get(i));
      }
      return true;
    } catch (RuntimeException | Error e) {
      return false;
    }
  }

  private void guarded(Line line, Map<Line, byte[]> answers, Runnable step) {
    try {
      step.run();
    } catch (ServiceException e) {
      answers.put(line, error(line, Problem.of(e)));
    } catch (RuntimeException | Error e) {
      answers.put(line, error(line, Failures.unexpected(e, "line of a group")));
    }
  }

  private byte[] error(Line line, Problem problem) {
    return bodies.write(ErrorLine.of(line.number(), problem));
  }
}
