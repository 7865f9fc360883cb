package org.moderato.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All files of a strategy, as they were at one moment.
 *
 * @param files contents by path inside the strategy, with forward slashes, such as {@code
 *     rules/frequency-cap.drl}
 */
public record StrategyFiles(SortedMap<String, byte[]> files) {

  public static final StrategyFiles NONE = new StrategyFiles(new TreeMap<>());

  private static final String RULES = "rules";
  private static final String TABLES = "decision-tables";

  public StrategyFiles {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /**
   * Reads the folders {@code rules} and {@code decision-tables} inside a folder.
   *
   * @throws UncheckedIOException if a file cannot be read; one that vanishes meanwhile is such a
   *     case
   */
  public static StrategyFiles readFrom(Path folder) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (String part : new String[] {RULES, TABLES}) {
      paths(folder.resolve(part)).forEach(path -> files.put(relative(folder, path), bytes(path)));
    }
    return new StrategyFiles(files);
  }

  /** The files that belong to a strategy, without those that editors keep beside them. */
  static Stream<Path> paths(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    // A mounted folder is often a link to the real one.
    try (Stream<Path> walk = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return walk.filter(path -> isStrategyFile(folder, path)).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder.getFileName(), e);
    }
  }

  private static boolean isStrategyFile(Path folder, Path path) {
    return Files.isRegularFile(path) && isStrategyFile(folder.relativize(path));
  }

  private static boolean isStrategyFile(Path path) {
    for (Path name : path) {
      if (name.toString().startsWith(".") || name.toString().startsWith("~")) {
        return false;
      }
    }
    String name = path.getFileName().toString();
    return isRules(name) || isWorkbook(name) || isScenarios(name);
  }

  /** Without what editors and systems keep beside the files of a strategy. */
  StrategyFiles ofStrategy() {
    return new StrategyFiles(only(path -> isStrategyFile(Path.of(path))));
  }

  private static boolean isRules(String path) {
    return path.endsWith(".drl");
  }

  private static boolean isWorkbook(String path) {
    return path.endsWith(".xlsx");
  }

  private static boolean isScenarios(String path) {
    return path.endsWith(".yaml") || path.endsWith(".yml");
  }

  private static String relative(Path folder, Path path) {
    return folder.relativize(path).toString().replace('\\', '/');
  }

  private static byte[] bytes(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path.getFileName(), e);
    }
  }

  public boolean isEmpty() {
    return files.isEmpty();
  }

  /** The rule files. */
  public SortedMap<String, byte[]> rules() {
    return only(StrategyFiles::isRules);
  }

  /** The workbooks. */
  public SortedMap<String, byte[]> workbooks() {
    return only(StrategyFiles::isWorkbook);
  }

  /** The files of scenarios. */
  public SortedMap<String, byte[]> scenarios() {
    return only(StrategyFiles::isScenarios);
  }

  /**
   * The same files with other scenarios.
   *
   * @param yaml null: with their own
   */
  public StrategyFiles withScenarios(@Nullable String yaml) {
    if (yaml == null) {
      return this;
    }
    SortedMap<String, byte[]> others = new TreeMap<>(files);
    others.keySet().removeIf(StrategyFiles::isScenarios);
    others.put("rules/scenarios/request.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    return new StrategyFiles(others);
  }

  private SortedMap<String, byte[]> only(Predicate<String> wanted) {
    SortedMap<String, byte[]> some = new TreeMap<>(files);
    some.keySet().removeIf(wanted.negate());
    return some;
  }

  /** SHA-256 over the sorted paths and contents; 64 hex digits. */
  public String hash() {
    MessageDigest digest = sha256();
    files.forEach(
        (path, bytes) -> {
          digest.update((path + "\0" + bytes.length + "\0").getBytes(StandardCharsets.UTF_8));
          digest.update(bytes);
        });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
