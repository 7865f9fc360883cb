package org.moderato.release.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderato.release.StrategyFiles;
import org.moderato.release.drools.RuleFiles;
import org.moderato.strategy.table.TableType;

/** How long large workbooks take to read: printed, since it depends on the machine. */
class WorkbookBenchmark {

  private static final List<TableType> TYPES =
      RuleFiles.read(StrategyFiles.readFrom(Path.of(".")).rules()).types();

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @ValueSource(ints = {5_000, 20_000, 45_000})
  void readsLargeTables(int rows) {
    byte[] workbook = caps(rows);
    WorkbookContents contents = read(workbook);
    assertThat(contents.problems()).isEmpty();
    assertThat(contents.rows()).hasSize(rows);
    for (int run = 0; run < 3; run++) {
      long start = System.nanoTime();
      long cpuStart = THREADS.getCurrentThreadCpuTime();
      read(workbook);
      System.out.printf(
          "%d rows read in %d ms, of which %d ms of processor time%n",
          rows,
          millisSince(start, System.nanoTime()),
          millisSince(cpuStart, THREADS.getCurrentThreadCpuTime()));
    }
  }

  private static long millisSince(long start, long now) {
    return Duration.ofNanos(now - start).toMillis();
  }

  static WorkbookContents read(byte[] workbook) {
    return new WorkbookReader().read(new TreeMap<>(Map.of("caps.xlsx", workbook)), TYPES);
  }

  static byte[] caps(int rows) {
    StringBuilder lines =
        new StringBuilder("Id|Channel|Category|Department|Country|Window|At most|Why\n");
    for (int row = 0; row < rows; row++) {
      lines.append(
          "row-%d|email|c%d|d%d|DE|7 days|3|Why %d%n".formatted(row, row % 50, row % 900, row));
    }
    return new TestWorkbooks().sheet("Frequency cap", lines.toString()).bytes();
  }
}
