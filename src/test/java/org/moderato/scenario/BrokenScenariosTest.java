package org.moderato.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.moderato.release.StrategyFiles;
import org.moderato.scenario.file.ScenarioFile;
import org.moderato.scenario.file.ScenarioReader;

/** Files that are wrong: each says in its first line which code it must get, and for which line. */
class BrokenScenariosTest {

  private static final Path FOLDER = Path.of("src", "test", "resources", "broken-scenarios");
  private static final Pattern EXPECTED = Pattern.compile("# (MOD-SCN-\\d+) line (\\d+).*");

  private static final ScenarioReader READER =
      new ScenarioReader(TestSuite.of(StrategyFiles.readFrom(Path.of("."))).strategy());

  static Stream<Path> files() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void isToldWhatIsWrongAndWhere(Path file) throws IOException {
    String text = Files.readString(file);
    Matcher expected = EXPECTED.matcher(text.lines().findFirst().orElseThrow());
    assertThat(expected.matches()).as(text).isTrue();

    ScenarioFile read =
        READER.read(file.getFileName().toString(), text.getBytes(StandardCharsets.UTF_8));

    assertThat(read.problems())
        .as(read.problems().toString())
        .anySatisfy(
            problem -> {
              assertThat(problem.code()).isEqualTo(expected.group(1));
              assertThat(problem.cell()).isEqualTo(expected.group(2));
            });
  }
}
