package org.moderato.release.drools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rule files in {@code attacks}; the first line of each says what is expected of it. */
record AttackFiles(String name, String text) {

  private static final Path FOLDER = Path.of("src/test/resources/attacks");
  private static final Pattern EXPECTED =
      Pattern.compile("// expect (MOD-[A-Z]+-\\d+) at (\\d+): .*");

  static List<AttackFiles> refused() {
    return in("refused");
  }

  static List<AttackFiles> harmless() {
    return in("harmless");
  }

  private static List<AttackFiles> in(String folder) {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files
          .sorted()
          .map(file -> new AttackFiles(file.getFileName().toString(), read(file)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static AttackFiles refused(String name) {
    return refused().stream().filter(f -> f.name().equals(name + ".drl")).findFirst().orElseThrow();
  }

  /** Line and code of the problem, such as {@code 14 MOD-GRD-001}. */
  String expected() {
    Matcher expected = EXPECTED.matcher(text.lines().findFirst().orElse(""));
    if (!expected.matches()) {
      throw new IllegalArgumentException(name + " does not say what is expected");
    }
    return expected.group(2) + " " + expected.group(1);
  }

  TestRules rules() {
    return new TestRules().file("rules/attack.drl", text);
  }
}
