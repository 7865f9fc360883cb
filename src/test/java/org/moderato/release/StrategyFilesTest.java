package org.moderato.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrategyFilesTest {

  @TempDir Path temp;

  /** As Kubernetes mounts a ConfigMap: files are links into a hidden folder of one version. */
  @Test
  void followsLinksToFoldersAndFilesButReadsNoFileTwice() throws IOException {
    Path version = Files.createDirectories(temp.resolve("mount/..2026"));
    Files.writeString(version.resolve("cap.drl"), "package a");
    Files.createSymbolicLink(temp.resolve("mount/..data"), Path.of("..2026"));
    Files.createSymbolicLink(temp.resolve("mount/cap.drl"), Path.of("..data/cap.drl"));
    Path folder = Files.createDirectories(temp.resolve("strategy"));
    Files.createSymbolicLink(folder.resolve("rules"), temp.resolve("mount"));

    StrategyFiles files = StrategyFiles.readFrom(folder);

    assertThat(files.files()).containsOnlyKeys("rules/cap.drl");
  }
}
