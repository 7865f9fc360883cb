package org.moderato.benchmark;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.fact.Message;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How long one message takes by itself, on one thread, without database or HTTP: this product, a
 * plain decision table of Drools, and a hand-written floor. All give the same answer, or it fails.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class JudgeBenchmark {

  private static final Logger RULE_ENGINE_LOG = Logger.getLogger("org.drools");

  /** One pass at the asked instant; a whole {@code DEFER} with its search for the time. */
  @Param({"moderato", "moderato-defer", "plain", "hand-written"})
  String engine;

  @Param({"10", "100", "1000", "5000", "10000", "20000"})
  int rows;

  @Param({"0", "20", "100", "1000"})
  int contacts;

  private Engine judging;
  private Message message;
  private CustomerView view;

  /** {@code -Dbench.rows=1000,5000} and so on choose some of the cases, or how many forks. */
  @Test
  void measures() throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder().include(JudgeBenchmark.class.getName() + ".pass");
    for (String parameter : new String[] {"engine", "rows", "contacts"}) {
      String chosen = System.getProperty("bench." + parameter);
      if (chosen != null) {
        options.param(parameter, chosen.split(","));
      }
    }
    new Runner(options.forks(Integer.getInteger("bench.forks", 1)).build()).run();
  }

  @Benchmark
  public Object pass() {
    return judging.pass(message, view);
  }

  @Setup(Level.Trial)
  public void load() {
    // As the service has it; Drools would put every fact into words.
    RULE_ENGINE_LOG.setLevel(java.util.logging.Level.WARNING);
    CapTable caps = new CapTable(rows);
    message = caps.message();
    view = caps.view(contacts);
    judging =
        switch (engine) {
          case "moderato" -> new ModeratoEngine(caps.workbook("suppress"));
          case "moderato-defer" -> new ModeratoEngine(caps.workbook("wait"));
          case "plain" -> new PlainEngine(PlainEngine.workbook(caps));
          default -> new HandWrittenEngine(caps.rows());
        };
    check(new HandWrittenEngine(caps.rows()).reached(message, view));
  }

  private void check(Map<String, Integer> expected) {
    Map<String, Integer> found = judging.reached(message, view);
    // Later rounds of a search add findings.
    boolean isSearch = engine.equals("moderato-defer");
    boolean isEqual =
        isSearch ? found.keySet().containsAll(expected.keySet()) : found.equals(expected);
    if (!isEqual) {
      throw new AssertionError(found + " instead of " + expected);
    }
  }

  @TearDown(Level.Trial)
  public void dispose() throws Exception {
    judging.close();
  }
}
