package org.moderato;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words, commands and answers of a document of this repository. */
public record Document(String text) {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

  /** One edit of a cell, in the words of the README. */
  private static final Pattern EDIT =
      Pattern.compile(
          "Open `([^`]+)` [^`]+ the sheet `([^`]+)`, change `([^`]+)` of"
              + " the row `([^`]+)` from `(\\d+)` to `(\\d+)`");

  /**
   * A number in a cell that is to be changed.
   *
   * @param file the workbook, relative to the strategy's folder
   */
  record Edit(String file, String sheet, String column, String row, double before, double after) {}

  public static Document readme() {
    return read("README.md");
  }

  static Document tour() {
    return read("src/docs/tour.md");
  }

  public static Document ruleApi() {
    return read("src/docs/rule-api.md");
  }

  private static Document read(String path) {
    try {
      return new Document(Files.readString(Path.of(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The fenced blocks of a language, such as {@code sh} or {@code json}, in their order. */
  public List<String> blocks(String language) {
    return BLOCK
        .matcher(text)
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList();
  }

  public List<String> requests() {
    return blocks("sh").stream().filter(block -> block.startsWith("curl ")).toList();
  }

  /** The commands that are no requests, one a line, without their comments. */
  Stream<String> otherCommands() {
    return blocks("sh").stream()
        .filter(block -> !block.startsWith("curl "))
        .flatMap(String::lines)
        .map(line -> line.replaceFirst("#.*", "").strip());
  }

  Edit edit() {
    return EDIT.matcher(text.replaceAll("\\s+", " "))
        .results()
        .map(
            edit ->
                new Edit(
                    edit.group(1),
                    edit.group(2),
                    edit.group(3),
                    edit.group(4),
                    Double.parseDouble(edit.group(5)),
                    Double.parseDouble(edit.group(6))))
        .findFirst()
        .orElseThrow(() -> new AssertionError("the README says no more which cell to edit"));
  }
}
