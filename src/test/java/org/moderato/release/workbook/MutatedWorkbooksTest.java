package org.moderato.release.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Damaged copies of a workbook neither hang nor fill the memory, and none is half loaded. */
class MutatedWorkbooksTest {

  private static final int COPIES = Integer.getInteger("moderato.mutated.copies", 100);

  @Test
  void neitherHangNorFillTheMemory() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                MutatedWorkbooks.class.getName(),
                String.valueOf(COPIES),
                "20261126")
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains(COPIES + " copies");
    System.getLogger("mutated").log(System.Logger.Level.INFO, said);
  }
}
