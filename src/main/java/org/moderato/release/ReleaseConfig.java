package org.moderato.release;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Where the strategy comes from and how it is watched. */
@ConfigMapping(prefix = "moderato.strategy")
public interface ReleaseConfig {

  /** The folder that holds {@code rules} and {@code decision-tables}. */
  @WithDefault(".")
  Path folder();

  /** Whether saved changes are picked up without a restart. */
  @WithDefault("true")
  boolean watch();

  /** Where compiled rules are kept, so that the next start need not compile them. */
  @WithDefault(".moderato/cache")
  Path cache();

  /**
   * How long to wait between two looks at the folder. Polling, since network folders have no
   * events.
   */
  @WithDefault("200ms")
  Duration interval();

  /** For how long a changed folder must stay the same before it is read. */
  @WithDefault("300ms")
  Duration settle();
}
