package org.moderato.evaluation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.function.Supplier;
import org.moderato.release.Release;
import org.moderato.strategy.Names;
import org.moderato.strategy.StrategyException;

/** What is counted and measured of evaluations; no tag takes a value that a sender can make up. */
@ApplicationScoped
class EvaluationMetrics {

  private final MeterRegistry metrics;

  EvaluationMetrics(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  /** How evaluations are asked for. */
  enum Way {
    SINGLE,
    GROUP,
    DRY_RUN
  }

  <T> T timed(Way way, Supplier<T> work) {
    return Timer.builder("moderato.evaluation.duration")
        .description("From the strategy to the commit; a group of a batch is one")
        .tag("way", Names.word(way.name()))
        .publishPercentiles(0.5, 0.95, 0.99)
        .register(metrics)
        .record(work);
  }

  void count(Evaluated evaluated, Release release) {
    metrics
        .counter(
            "moderato.evaluations",
            "outcome",
            evaluated.outcome().name(),
            "channel",
            channel(evaluated, release),
            "replayed",
            String.valueOf(evaluated.replayed()))
        .increment();
  }

  private static String channel(Evaluated evaluated, Release release) {
    String word = Names.word(evaluated.channel());
    Set<String> known = release.strategy().vocabularies().getOrDefault("channel", Set.of());
    return known.contains(word) ? word : "other";
  }

  void failed(StrategyException failure) {
    metrics.counter("moderato.strategy.failures", "kind", failure.kind().name()).increment();
  }
}
