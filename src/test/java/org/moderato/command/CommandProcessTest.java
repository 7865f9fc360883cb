package org.moderato.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderato.Main;

/** A command in a program of its own, as build servers start it. */
class CommandProcessTest {

  @TempDir private Path folder;

  @Test
  void saysNothingThatNobodyAskedFor() throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "test",
                "--strategy",
                Path.of("").toAbsolutePath().toString(),
                "--filter",
                "trial")
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(command.waitFor(2, TimeUnit.MINUTES)).isTrue();

    assertThat(Files.readString(err, StandardCharsets.UTF_8)).isEmpty();
    assertThat(Files.readString(out, StandardCharsets.UTF_8))
        .matches("\\d+ scenarios: \\d+ passed, 0 failed\n");
    assertThat(command.exitValue()).isZero();
  }
}
