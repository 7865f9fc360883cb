package org.moderato.replay;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much of the past a new strategy is tried on. */
@ConfigMapping(prefix = "moderato.impact")
public interface ImpactConfig {

  /** How many decisions, the newest of the log; 0: none. */
  @WithDefault("5000")
  int decisions();

  /** How long that may take; what was not judged by then is left out. */
  @WithDefault("5s")
  Duration time();
}
