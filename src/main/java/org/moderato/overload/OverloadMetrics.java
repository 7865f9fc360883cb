package org.moderato.overload;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;

/** What is counted and measured of those who wait and are refused. */
@ApplicationScoped
class OverloadMetrics {

  private final MeterRegistry metrics;

  OverloadMetrics(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  /** Nanoseconds of a clock that never jumps. */
  long now() {
    return metrics.config().clock().monotonicTime();
  }

  void observe(WaitingLine line, Pulse pulse) {
    for (MessageClass messageClass : MessageClass.values()) {
      Gauge.builder("moderato.overload.waiting", line, l -> l.size(messageClass))
          .description("Requests that wait for a worker")
          .tag("class", messageClass.word())
          .register(metrics);
    }
    Gauge.builder("moderato.outage.database.gone", pulse, p -> p.isGone() ? 1 : 0)
        .description("1 while the database is taken for gone")
        .register(metrics);
  }

  void waited(Job<?> job) {
    Timer.builder("moderato.overload.wait")
        .description("From the admission to the worker")
        .tag("class", job.work().messageClass().word())
        .publishPercentiles(0.5, 0.99)
        .register(metrics)
        .record(job.started() - job.admitted(), TimeUnit.NANOSECONDS);
  }

  /**
   * Counts a refusal.
   *
   * @param reason {@code full} or {@code waited}
   */
  void refused(MessageClass messageClass, String reason) {
    metrics
        .counter("moderato.overload.refused", "class", messageClass.word(), "reason", reason)
        .increment();
  }
}
