package org.moderato.release.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every code that a check can report has a page, and every page a code. */
class CheckPagesTest {

  private static final Path PAGES = Path.of("src/docs/checks");
  private static final Pattern CODE = Pattern.compile("MOD-[A-Z]+-\\d{3}");
  private static final Pattern FORM =
      Pattern.compile(
          "# (MOD-[A-Z]+-\\d{3}): [^\\n]+\\n\\n\\*(Error|Warning)[^\\n]*\\*\\n\\n"
              + "\\*\\*Means\\.\\*\\* [^\\n]+\\n\\n\\*\\*Example\\.\\*\\* [^\\n]+\\n\\n"
              + "\\*\\*Mend\\.\\*\\* [^\\n]+\\n");

  @Test
  void everyCodeHasAPageAndEveryPageACode() {
    SortedSet<String> used = new TreeSet<>();
    files(Path.of("src/main/java")).forEach(file -> used.addAll(codes(read(file))));

    assertThat(pages()).isEqualTo(used);
  }

  @Test
  void everyPageSaysWhatItMeansWithAnExampleAndWhatToDo() {
    for (String code : pages()) {
      assertThat(read(PAGES.resolve(code + ".md"))).matches(FORM).startsWith("# " + code);
    }
  }

  @Test
  void theIndexNamesEveryPage() {
    assertThat(codes(read(PAGES.resolve("README.md")))).isEqualTo(pages());
  }

  private static SortedSet<String> pages() {
    SortedSet<String> pages = new TreeSet<>();
    files(PAGES).forEach(file -> pages.addAll(codes(file.getFileName().toString())));
    return pages;
  }

  private static SortedSet<String> codes(String text) {
    SortedSet<String> codes = new TreeSet<>();
    CODE.matcher(text).results().map(MatchResult::group).forEach(codes::add);
    return codes;
  }

  private static Iterable<Path> files(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
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
}
