package org.moderato.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedLinesTest {

  private static final JsonBodies BODIES =
      new JsonBodies(Validation.buildDefaultValidatorFactory().getValidator());

  private final List<List<String>> done = new ArrayList<>();

  private List<String> answers(String... lines) {
    SharedLines<String> shared = new SharedLines<>(SharedLinesTest::read, this::work, BODIES);
    List<Line> numbered =
        IntStream.range(0, lines.length)
            .mapToObj(i -> new Line(i + 1, lines[i].getBytes(UTF_8)))
            .toList();
    return shared.handle(numbered).stream().map(bytes -> new String(bytes, UTF_8)).toList();
  }

  private static String read(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    if (text.equals("unreadable")) {
      throw new ServiceException(ErrorCode.MALFORMED, "no");
    }
    if (text.equals("odd")) {
      throw new IllegalStateException("nobody foresaw this");
    }
    return text;
  }

  private List<byte[]> work(List<String> group) {
    if (group.contains("refused")) {
      throw new ServiceException(ErrorCode.INVALID, "no");
    }
    if (group.contains("broken")) {
      throw new IllegalStateException("row of C-4711");
    }
    if (group.contains("deep")) {
      throw new StackOverflowError();
    }
    done.add(group);
    return group.stream().map(text -> text.getBytes(UTF_8)).toList();
  }

  @Test
  void doesAGroupTogether() {
    assertThat(answers("a", "b", "c")).containsExactly("a", "b", "c");

    assertThat(done).containsExactly(List.of("a", "b", "c"));
  }

  @Test
  void aLineThatCannotBeReadLeavesTheOthersTogether() {
    List<String> answers = answers("a", "unreadable", "odd", "d");

    assertThat(answers.get(1)).contains("\"line\":2", "\"status\":400");
    assertThat(answers.get(2)).contains("\"line\":3", "\"status\":500");
    assertThat(done).containsExactly(List.of("a", "d"));
  }

  @Test
  void whateverIsWrongWithALineTheOthersGoOn() {
    List<String> answers = answers("a", "refused", "broken", "deep", "e");

    assertThat(answers.get(0)).isEqualTo("a");
    assertThat(answers.get(1)).contains("\"line\":2", "\"status\":422");
    assertThat(answers.get(2)).contains("\"line\":3", "\"status\":500").doesNotContain("C-4711");
    assertThat(answers.get(3)).contains("\"line\":4", "\"status\":500");
    assertThat(answers.get(4)).isEqualTo("e");
    assertThat(done).containsExactly(List.of("a"), List.of("e"));
  }

  @Test
  void aLineAloneIsDoneOnce() {
    List<Integer> attempts = new ArrayList<>();
    SharedLines<String> shared =
        new SharedLines<>(
            SharedLinesTest::read,
            group -> {
              attempts.add(group.size());
              throw new ServiceException(ErrorCode.BUSY, "later");
            },
            BODIES);

    shared.handle(List.of(new Line(1, "a".getBytes(UTF_8))));

    assertThat(attempts).containsExactly(1);
  }
}
