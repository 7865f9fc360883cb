package org.moderato.sample;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether there are made-up customers. */
@ConfigMapping(prefix = "moderato.sample")
public interface SampleConfig {

  /** Whether the sample customers are recorded at start. */
  @WithDefault("false")
  boolean load();
}
