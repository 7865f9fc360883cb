package org.moderato.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.moderato.release.StrategyFiles;
import org.moderato.release.StrategyLoader;
import picocli.CommandLine.Option;

/** The strategy that a command works on. */
final class StrategyOption {

  @Option(
      names = "--strategy",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The folder that holds rules and decision-tables (default: here).")
  private Path folder = Path.of(".");

  /**
   * @throws IllegalArgumentException if the folder holds no strategy
   */
  StrategyFiles files() {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(folder + " is no folder");
    }
    StrategyFiles files = StrategyFiles.readFrom(folder);
    if (files.isEmpty()) {
      throw new IllegalArgumentException(
          folder + " holds no strategy: there are no files in rules and decision-tables");
    }
    return files;
  }

  static StrategyLoader.Result load(StrategyFiles files) {
    return loader().load(files);
  }

  static StrategyLoader loader() {
    return StrategyLoader.standalone(Path.of(".moderato", "cache"));
  }
}
