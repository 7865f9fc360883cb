package org.moderato.release.drools;

import io.quarkus.logging.Log;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.kie.api.KieServices;
import org.moderato.strategy.judge.Judge;

/**
 * Compiled rules on disk: rules that have not changed need not be compiled by each start and each
 * command. What was compiled of another text, by another version of the engine, of Java or of
 * Moderato, is another entry; one that is damaged counts as none.
 */
public final class ClassCache {

  private static final int HASH = 32;

  /** So many entries are kept, those that were written last. */
  private static final int MOST = 30;

  private static final String SUFFIX = ".rules";

  private final Path folder;
  private final Supplier<Optional<byte[]>> program;

  /**
   * @param folder made when the first entry is written
   */
  public ClassCache(Path folder) {
    this(folder, ClassCache::program);
  }

  /**
   * @param program what tells compilers apart; empty: nothing does, and nothing is kept
   */
  ClassCache(Path folder, Supplier<Optional<byte[]>> program) {
    this.folder = folder;
    this.program = program;
  }

  /**
   * The name of what is compiled of some texts.
   *
   * @param texts rule text by path
   * @return 64 hex digits; empty if it cannot be told what compiles them
   */
  Optional<String> key(Map<String, String> texts) {
    Optional<byte[]> compiler = program.get();
    if (compiler.isEmpty()) {
      return Optional.empty();
    }
    MessageDigest digest = sha256();
    digest.update(compiler.get());
    digest.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
    texts.forEach(
        (path, text) ->
            digest.update((path + "\0" + text + "\0").getBytes(StandardCharsets.UTF_8)));
    return Optional.of(HexFormat.of().formatHex(digest.digest()));
  }

  /** What rules are compiled by, and against: the jars of the engine and of ours. */
  private static Optional<byte[]> program() {
    MessageDigest digest = sha256();
    try {
      for (Class<?> part : new Class<?>[] {Judge.class, KieServices.class}) {
        Path place = Path.of(part.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (!Files.isRegularFile(place)) {
          return Optional.empty();
        }
        digest.update(Files.readAllBytes(place));
      }
      return Optional.of(digest.digest());
    } catch (IOException | URISyntaxException | RuntimeException e) {
      // A class loader that does not tell where classes come from.
      return Optional.empty();
    }
  }

  /** A jar of compiled rules, whole and as it was written. */
  Optional<byte[]> read(String key) {
    try {
      byte[] entry = Files.readAllBytes(file(key));
      if (entry.length <= HASH) {
        return Optional.empty();
      }
      byte[] jar = Arrays.copyOfRange(entry, HASH, entry.length);
      boolean isWhole = Arrays.equals(sha256().digest(jar), Arrays.copyOf(entry, HASH));
      return isWhole ? Optional.of(jar) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Keeps a jar. A folder that cannot be written to is no failure: the next command compiles. */
  void write(String key, byte[] jar) {
    ByteArrayOutputStream entry = new ByteArrayOutputStream();
    entry.writeBytes(sha256().digest(jar));
    entry.writeBytes(jar);
    try {
      Files.createDirectories(folder);
      Path beside = Files.createTempFile(folder, key, ".part");
      Files.write(beside, entry.toByteArray());
      Files.move(beside, file(key), StandardCopyOption.ATOMIC_MOVE);
      dropOldest();
    } catch (IOException e) {
      Log.debugf(e, "compiled rules not kept folder=%s", folder);
    }
  }

  private void dropOldest() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> newestFirst =
          entries
              .filter(entry -> entry.getFileName().toString().endsWith(SUFFIX))
              .sorted(
                  Comparator.comparing((Path entry) -> entry.toFile().lastModified()).reversed())
              .toList();
      for (Path entry :
          newestFirst.subList(Math.min(MOST, newestFirst.size()), newestFirst.size())) {
        Files.deleteIfExists(entry);
      }
    }
  }

  private Path file(String key) {
    return folder.resolve(key + SUFFIX);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
