package org.moderato.evaluation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of evaluations. */
@ConfigMapping(prefix = "moderato.evaluation")
public interface EvaluationConfig {

  /** How far in the past {@code at} may lie. Widen it to replay history through the API. */
  @WithDefault("5m")
  Duration maxPast();

  /** How far ahead {@code at} may lie. */
  @WithDefault("400d")
  Duration maxAhead();

  /** The longest time for which a slot can be reserved. */
  @WithDefault("24h")
  Duration maxReservation();

  /** How long judging one message may take before it counts as a failure of the strategy. */
  @WithDefault("250ms")
  Duration deadline();
}
