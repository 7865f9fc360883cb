package org.moderato.scenario.rest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What may be asked of the runner of scenarios. */
@ConfigMapping(prefix = "moderato.scenarios")
public interface ScenarioConfig {

  /**
   * Whether strategies may be sent to be run. Their rules are code: only where senders are trusted.
   */
  @WithDefault("false")
  boolean uploads();
}
