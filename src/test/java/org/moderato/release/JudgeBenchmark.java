package org.moderato.release;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.moderato.TestStrategy;
import org.moderato.TestStrategy.RowBuilder;
import org.moderato.strategy.fact.Attributes;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.fact.Labels;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.judge.Judge;
import org.moderato.strategy.judge.Strategy;
import org.moderato.strategy.judge.Verdict;
import org.moderato.strategy.rule.Effort;
import org.moderato.strategy.time.Window;
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
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** How long the judge takes by itself, on one thread, without database or HTTP. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class JudgeBenchmark {

  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final List<String> CHANNELS = List.of("email", "sms", "push", "phone", "post");
  private static final List<String> COUNTRIES = List.of("DE", "AT", "CH", "FR", "GB", "US");

  @Param({"0", "20", "100"})
  int contacts;

  @Param({"starter", "5000"})
  String strategy;

  private Strategy loaded;
  private Runnable disposal;
  private Message message;
  private CustomerView view;

  @Test
  void measures() throws RunnerException {
    new Runner(new OptionsBuilder().include(JudgeBenchmark.class.getName()).build()).run();
  }

  @Benchmark
  public Verdict judge() {
    return new Judge(loaded, view, Effort.unbounded(), false).judge(message, NOW);
  }

  @Setup(Level.Trial)
  public void load() {
    Random random = new Random(7);
    if (strategy.equals("starter")) {
      StrategyLoader.Loaded starter =
          StrategyLoader.standalone()
              .load(StrategyFiles.readFrom(Path.of(".")))
              .loaded()
              .orElseThrow();
      loaded = starter.strategy();
      disposal = starter.disposal();
    } else {
      TestStrategy caps = TestStrategy.shippedRules();
      for (int i = 0; i < Integer.parseInt(strategy); i++) {
        caps.row(cap(i, random));
      }
      TestStrategy.Loaded table = caps.load();
      loaded = table.strategy();
      // Its rules are shared by all tests of this virtual machine.
      disposal = () -> {};
    }
    message = TestStrategy.message(labels(0, "email", "promotion"));
    view = view(random);
  }

  @TearDown(Level.Trial)
  public void dispose() {
    disposal.run();
  }

  /** Channel, category, department and country, about one in fifty of them blank. */
  private static RowBuilder cap(int number, Random random) {
    RowBuilder row =
        TestStrategy.row("FrequencyCap", "cap-" + number)
            .with("window", Window.parse(1 + random.nextInt(60) + " days"))
            .with("atMost", 1 + random.nextInt(20));
    match(row, "channel", random, CHANNELS);
    match(row, "category", random, List.of("promotion", "news", "service", "bill"));
    match(row, "department", random, List.of("marketing", "sales", "service", "billing"));
    match(row, "country", random, COUNTRIES);
    return row;
  }

  private static void match(RowBuilder row, String column, Random random, List<String> words) {
    if (random.nextInt(50) > 0) {
      row.match(column, words.get(random.nextInt(words.size())).toLowerCase(java.util.Locale.ROOT));
    }
  }

  private CustomerView view(Random random) {
    List<Contact> history = new ArrayList<>();
    for (int i = 0; i < contacts; i++) {
      String channel = CHANNELS.get(random.nextInt(CHANNELS.size()));
      String category = i % 3 == 0 ? "promotion" : i % 3 == 1 ? "news" : "bill";
      // The last one lies eight days back: promotions may be sent again.
      Duration age = Duration.ofHours(8 * 24 + 3L * 365 * 24 / 4 * (contacts - i) / contacts / 3);
      history.add(
          TestStrategy.contact(NOW.minus(age).toString(), labels(i + 1, channel, category)));
    }
    return TestStrategy.view(history.toArray(Contact[]::new));
  }

  private static Labels labels(int number, String channel, String category) {
    return new Labels(
        channel,
        category,
        "marketing",
        "acme",
        "topic-" + number,
        "template-" + number,
        null,
        null,
        50,
        Attributes.NONE);
  }
}
