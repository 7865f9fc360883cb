package org.moderato;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.moderato.release.StrategyFiles;
import org.moderato.release.workbook.TestWorkbooks;

/** A strategy's folder for a test: the shipped rules and workbooks of the test's own. */
public final class TestFolder {

  private final Path folder;

  /** Makes or empties the folder of that name under {@code target}. */
  public TestFolder(String name) {
    folder = Path.of("target", "strategies", name).toAbsolutePath();
    try {
      if (Files.exists(folder)) {
        try (var files = Files.walk(folder)) {
          files.filter(Files::isRegularFile).forEach(TestFolder::delete);
        }
      }
      StrategyFiles.readFrom(Path.of(".")).rules().forEach(this::write);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Saves a workbook as a careful program does: beside it first, then moved into place. */
  public TestFolder workbook(String name, TestWorkbooks workbook) {
    write("decision-tables/" + name, workbook.bytes());
    return this;
  }

  public TestFolder write(String path, byte[] bytes) {
    try {
      Path target = folder.resolve(path);
      Files.createDirectories(target.getParent());
      Path beside = target.resolveSibling("." + target.getFileName() + ".part");
      Files.write(beside, bytes);
      Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  public TestFolder delete(String path) {
    delete(folder.resolve(path));
    return this;
  }

  public Path path() {
    return folder;
  }

  /** The setting that makes a service use this folder. */
  public Map<String, String> setting() {
    return Map.of("moderato.strategy.folder", folder.toString());
  }
}
