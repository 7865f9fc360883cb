package org.moderato.overload;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;

/** How many evaluations are worked on and may wait. */
@ConfigMapping(prefix = "moderato.overload")
public interface OverloadConfig {

  /**
   * How many evaluations are worked on at the same time; more than connections gains nothing. Three
   * per processor if not set, and 16 at most.
   */
  Optional<@Min(1) Integer> workers();

  /** How many of the workers are kept free for vital messages; a quarter if not set. */
  Optional<@Min(0) Integer> reserved();

  /** With so many requests waiting, marketing is refused. */
  @WithDefault("100")
  @Min(0)
  int marketingUntil();

  /** With so many requests waiting, standard messages are refused. */
  @WithDefault("200")
  @Min(0)
  int standardUntil();

  /** With so many requests waiting, even vital messages are refused: each takes memory. */
  @WithDefault("2000")
  @Min(1)
  int vitalUntil();

  /** How long a request may wait for its turn before it is refused; a vital one waits on. */
  @WithDefault("3s")
  Duration patience();
}
