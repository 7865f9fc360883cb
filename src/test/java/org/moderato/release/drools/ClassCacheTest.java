package org.moderato.release.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiled rules on disk: who compiles shows in when an entry was written. */
class ClassCacheTest {

  private static final FileTime LONG_AGO = FileTime.fromMillis(0);

  private static final Map<String, String> RULES =
      Map.of(
          "moderato/test/text0.drl",
          TestRules.HEAD
              + """
              rule "Nothing goes out"
              when
              then
                  verdict.suppress("nothing goes out");
              end
              """);

  @TempDir private Path folder;

  private ClassCache cache(String version) {
    return new ClassCache(folder, () -> Optional.of(version.getBytes(StandardCharsets.UTF_8)));
  }

  /** Compiles, or finds what was compiled, and tells how many rules there are. */
  private int rules(ClassCache cache) {
    Build build = Build.run(RULES, cache);
    assertThat(build.isGood()).isTrue();
    try {
      return build.container().getKieBase().getKiePackages().stream()
          .mapToInt(kiePackage -> kiePackage.getRules().size())
          .sum();
    } finally {
      build.discard();
    }
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private Path onlyEntry() throws IOException {
    assertThat(entries()).hasSize(1);
    return entries().get(0);
  }

  private boolean wasWrittenAgain(Path entry) throws IOException {
    return !Files.getLastModifiedTime(entry).equals(LONG_AGO);
  }

  @Test
  void aSecondRunDoesNotCompile() throws IOException {
    assertThat(rules(cache("1"))).isOne();
    Path entry = onlyEntry();
    Files.setLastModifiedTime(entry, LONG_AGO);

    assertThat(rules(cache("1"))).isOne();

    assertThat(wasWrittenAgain(entry)).isFalse();
    assertThat(onlyEntry()).isEqualTo(entry);
  }

  @Test
  void anotherCompilerHasAnEntryOfItsOwn() throws IOException {
    rules(cache("1"));

    assertThat(rules(cache("2"))).isOne();

    assertThat(entries()).hasSize(2);
  }

  @Test
  void aDamagedEntryIsCompiledAgainAndReplaced() throws IOException {
    rules(cache("1"));
    Path entry = onlyEntry();
    byte[] damaged = Files.readAllBytes(entry);
    damaged[damaged.length / 2] ^= 1;
    replace(entry, damaged);

    assertThat(rules(cache("1"))).isOne();

    assertThat(wasWrittenAgain(entry)).isTrue();
    assertIsUsedAgain(entry);
  }

  @Test
  void anEntryThatIsCutShortIsReplaced() throws IOException {
    rules(cache("1"));
    Path entry = onlyEntry();
    replace(entry, new byte[] {1, 2, 3});

    assertThat(rules(cache("1"))).isOne();

    assertIsUsedAgain(entry);
  }

  @Test
  void anEntryThatIsNoModuleIsReplaced() throws Exception {
    rules(cache("1"));
    Path entry = onlyEntry();
    byte[] nonsense = "no jar".getBytes(StandardCharsets.UTF_8);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(nonsense);
    byte[] whole = new byte[hash.length + nonsense.length];
    System.arraycopy(hash, 0, whole, 0, hash.length);
    System.arraycopy(nonsense, 0, whole, hash.length, nonsense.length);
    replace(entry, whole);

    assertThat(rules(cache("1"))).isOne();

    assertIsUsedAgain(entry);
  }

  private static void replace(Path entry, byte[] bytes) throws IOException {
    Files.write(entry, bytes);
    Files.setLastModifiedTime(entry, LONG_AGO);
  }

  private void assertIsUsedAgain(Path entry) throws IOException {
    Files.setLastModifiedTime(entry, LONG_AGO);
    assertThat(rules(cache("1"))).isOne();
    assertThat(wasWrittenAgain(entry)).isFalse();
  }

  @Test
  void nothingIsKeptIfItCannotBeToldWhatCompiles() throws IOException {
    assertThat(rules(new ClassCache(folder, Optional::empty))).isOne();

    assertThat(entries()).isEmpty();
  }

  @Test
  void aFolderThatCannotBeWrittenToIsNoFailure() throws IOException {
    Path file = Files.createFile(folder.resolve("no-folder"));
    ClassCache cache = new ClassCache(file, () -> Optional.of(new byte[] {1}));

    assertThat(rules(cache)).isOne();
  }
}
