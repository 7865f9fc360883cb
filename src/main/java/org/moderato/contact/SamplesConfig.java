package org.moderato.contact;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether there is something to play with. */
@ConfigMapping(prefix = "moderato.samples")
public interface SamplesConfig {

  /** Whether sample customers and histories are recorded at start; in dev mode they are. */
  @WithDefault("false")
  boolean enabled();
}
