package org.moderato.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class SpoolTest {

  @TempDir Path folder;

  @Test
  void givesBackInOrderThroughMemoryFileAndMemoryAgain() throws IOException {
    try (Spool spool = new Spool(4, folder)) {
      spool.add(bytes("ab"));
      spool.add(bytes("cd"));
      assertThat(spool.bytesInFile()).isZero();
      spool.add(bytes("ef"));
      assertThat(text(spool.take())).isEqualTo("ab");
      // There is room in memory, but this is not its turn.
      spool.add(bytes("g"));
      assertThat(spool.bytesInFile()).isEqualTo(3);

      assertThat(text(spool.take())).isEqualTo("cd");
      assertThat(text(spool.take())).isEqualTo("efg");
      spool.add(bytes("h"));
      assertThat(spool.bytesInFile()).isZero();
      assertThat(text(spool.take())).isEqualTo("h");
      spool.add(bytes("ijklm"));
      assertThat(spool.bytesInFile()).isEqualTo(5);
      spool.complete(null);
      assertThat(text(spool.take())).isEqualTo("ijklm");
      assertThat(spool.take()).isNull();
    }
  }

  @Test
  void losesNothingBetweenTwoThreads() throws Exception {
    String all =
        IntStream.range(0, 50_000)
            .mapToObj(i -> "answer " + i + "\n")
            .collect(Collectors.joining());
    try (Spool spool = new Spool(1000, folder)) {
      CompletableFuture<Void> adding = CompletableFuture.runAsync(() -> addLines(spool, all));
      ByteArrayOutputStream taken = new ByteArrayOutputStream();
      byte[] bytes = spool.take();
      while (bytes != null) {
        taken.write(bytes);
        bytes = spool.take();
      }
      adding.get(10, TimeUnit.SECONDS);

      assertThat(taken.toString(UTF_8)).isEqualTo(all);
    }
  }

  @Test
  void failsOnlyAfterWhatHadCome() throws IOException {
    try (Spool spool = new Spool(4, folder)) {
      spool.add(bytes("ab"));
      spool.add(bytes("cdef"));
      spool.complete(new IOException("gone"));

      assertThat(text(spool.take())).isEqualTo("ab");
      assertThat(text(spool.take())).isEqualTo("cdef");
      assertThatIOException().isThrownBy(spool::take).withMessage("gone");
    }
  }

  @Test
  void leavesNoFileAndTakesNoMoreOnceClosed() throws IOException {
    Spool spool = new Spool(1, folder);
    spool.add(bytes("abc"));
    assertThat(spool.bytesInFile()).isEqualTo(3);

    spool.close();
    spool.add(bytes("def"));

    assertThat(spool.bytesInFile()).isZero();
    assertThat(spool.take()).isNull();
    assertThat(folder).isEmptyDirectory();
  }

  private static void addLines(Spool spool, String all) {
    try {
      for (String line : all.split("(?<=\n)")) {
        spool.add(bytes(line));
      }
      spool.complete(null);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }
}
