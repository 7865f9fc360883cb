package org.moderato.release.workbook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.moderato.release.Problem;
import org.moderato.release.StrategyFiles;
import org.moderato.release.StrategyLoader;

/**
 * A program that loads damaged copies of the workbooks that ship, run by a test in a process of its
 * own with little memory. Says what came of them, or fails.
 */
final class MutatedWorkbooks {

  private static final long LONGEST_MILLIS = 5_000;

  private final StrategyFiles shipped = StrategyFiles.readFrom(Path.of("."));
  private final StrategyLoader loader = StrategyLoader.standalone();
  private final Random random;

  private int refused;
  private int loaded;
  private long slowest;

  private MutatedWorkbooks(long seed) {
    this.random = new Random(seed);
  }

  public static void main(String[] arguments) {
    new MutatedWorkbooks(Long.parseLong(arguments[1])).run(Integer.parseInt(arguments[0]));
  }

  private void run(int copies) {
    // In use for as long as this runs, so that rules are compiled once.
    StrategyLoader.Result kept = loader.load(shipped);
    List<String> names = new ArrayList<>(shipped.workbooks().keySet());
    for (int i = 0; i < copies; i++) {
      String name = names.get(random.nextInt(names.size()));
      load(name, mutated(shipped.files().get(name), i));
    }
    kept.loaded().orElseThrow().disposal().run();
    System.out.printf(
        "%d copies, %d refused, %d loaded, slowest %d ms%n", copies, refused, loaded, slowest);
  }

  /** Every other one is damaged inside, where the archive's own sums do not tell. */
  private byte[] mutated(byte[] workbook, int number) {
    TestArchives archive = new TestArchives(workbook);
    return number % 2 == 0
        ? archive.withSomeBytesChanged(random)
        : archive.withSomeTextChanged(random);
  }

  private void load(String name, byte[] workbook) {
    SortedMap<String, byte[]> files = new TreeMap<>(shipped.files());
    files.put(name, workbook);
    long started = System.nanoTime();
    StrategyLoader.Result result = loader.load(new StrategyFiles(files));
    long millis = (System.nanoTime() - started) / 1_000_000;
    slowest = Math.max(slowest, millis);
    if (millis > LONGEST_MILLIS) {
      throw new IllegalStateException("took " + millis + " ms");
    }
    boolean hasErrors =
        result.problems().stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
    if (result.loaded().isPresent() == hasErrors) {
      throw new IllegalStateException("loaded, or refused without a word: " + result.problems());
    }
    if (hasErrors) {
      refused++;
    } else {
      result.loaded().get().disposal().run();
      loaded++;
    }
  }
}
