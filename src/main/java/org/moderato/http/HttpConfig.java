package org.moderato.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How much a caller may send, and how many may stream at once. */
@ConfigMapping(prefix = "moderato.http")
public interface HttpConfig {

  /** The largest body of an ordinary request; streams of lines have no limit but one per line. */
  @WithDefault("1M")
  MemorySize maxBodySize();

  /** The largest file, or zip of files, that may be uploaded. */
  @WithDefault("5M")
  MemorySize maxUploadSize();

  /** How many streams of lines are answered at the same time; further ones are told to wait. */
  @WithDefault("8")
  @Min(1)
  int maxStreams();
}
