package org.moderato.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.moderato.release.StrategyFiles;
import org.moderato.release.StrategyLoader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How long a saved workbook takes until messages can be judged by it, in a heap of 200 MB: the
 * first one of a new virtual machine, which compiles the rules as well, and each of those after
 * twenty others. A plain decision table of Drools gets as much heap as it wants.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LoadBenchmark {

  private static final Logger RULE_ENGINE_LOG = Logger.getLogger("org.drools");
  private static final String TABLE = "decision-tables/caps.xlsx";
  private static final String RULE = "rules/frequency-cap.drl";

  @Param({"1000", "5000", "20000"})
  int rows;

  private final StrategyLoader loader = StrategyLoader.standalone();
  private final TreeMap<String, byte[]> files = new TreeMap<>();
  private StrategyLoader.@Nullable Loaded inForce;

  /** {@code -Dbench.rows=1000} chooses one of the sizes. */
  @Test
  void measures() throws RunnerException, IOException {
    String chosen = System.getProperty("bench.rows", "1000,5000,20000");
    for (String size : chosen.split(",")) {
      CapTable caps = new CapTable(Integer.parseInt(size));
      // Here, since making them takes more memory than reading them may.
      Files.write(file("caps", size), caps.workbook("wait"));
      Files.write(file("plain", size), PlainEngine.workbook(caps));
    }
    run("cold", chosen);
    run("warm", chosen);
    run("plainly", System.getProperty("bench.plain", "1000"));
  }

  private static Path file(String kind, Object size) {
    return Path.of("target", "bench-" + kind + "-" + size + ".xlsx");
  }

  private static void run(String method, String sizes) throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(LoadBenchmark.class.getName() + "." + method)
                .param("rows", sizes.split(","))
                .build())
        .run();
  }

  @Setup
  public void read() throws IOException {
    RULE_ENGINE_LOG.setLevel(Level.WARNING);
    files.put(TABLE, Files.readAllBytes(file("caps", rows)));
    files.put(RULE, StrategyFiles.readFrom(Path.of(".")).rules().get(RULE));
  }

  @Benchmark
  @Fork(value = 5, jvmArgsAppend = "-Xmx200m")
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  public Object cold() {
    return load();
  }

  @Benchmark
  @Fork(value = 1, jvmArgsAppend = "-Xmx200m")
  @Warmup(iterations = 20)
  @Measurement(iterations = 9)
  public Object warm() {
    return load();
  }

  /** Beside the one in force, which goes afterwards. */
  private Object load() {
    StrategyLoader.Result result = loader.load(new StrategyFiles(files));
    StrategyLoader.Loaded loaded =
        result.loaded().orElseThrow(() -> new AssertionError(result.problems()));
    if (inForce != null) {
      inForce.disposal().run();
    }
    inForce = loaded;
    return loaded;
  }

  @Benchmark
  @Fork(value = 1, jvmArgsAppend = "-Xmx6g")
  @Warmup(iterations = 1)
  @Measurement(iterations = 3)
  public void plainly() throws IOException {
    new PlainEngine(Files.readAllBytes(file("plain", rows))).close();
  }
}
