package org.moderato.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.moderato.release.StrategyFiles;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** How many of the starter strategy's scenarios one thread runs in a second, with coverage. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 10, time = 4)
@Measurement(iterations = 5, time = 4)
public class ScenarioBenchmark {

  private List<Scenario> scenarios;
  private ScenarioRunner runner;
  private int next;

  @Test
  void measures() throws RunnerException {
    new Runner(new OptionsBuilder().include(ScenarioBenchmark.class.getName()).build()).run();
  }

  /** One after the other, and from the first again: every scenario weighs the same. */
  @Benchmark
  public ScenarioResult run() {
    Scenario scenario = scenarios.get(next);
    next = (next + 1) % scenarios.size();
    return runner.run(scenario);
  }

  @Setup(Level.Trial)
  public void load() {
    TestSuite suite = TestSuite.of(StrategyFiles.readFrom(Path.of(".")));
    scenarios = suite.suite().scenarios();
    runner = new ScenarioRunner(suite.strategy(), new Coverage(suite.strategy()));
  }
}
