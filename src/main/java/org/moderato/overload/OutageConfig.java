package org.moderato.overload;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is answered while the database cannot be reached, and when that is taken for granted. */
@ConfigMapping(prefix = "moderato.outage")
public interface OutageConfig {

  /** What a class of messages gets. */
  enum Answer {
    /** DEFER, to be asked again; nothing is recorded. */
    DEFER,
    /** 503, to be tried again soon. */
    REFUSE
  }

  /** What marketing gets. */
  @WithDefault("defer")
  Answer marketing();

  /** What standard messages get. */
  @WithDefault("refuse")
  Answer standard();

  /** What vital messages get. */
  @WithDefault("refuse")
  Answer vital();

  /** When a message that is deferred for want of a database is to be asked about again. */
  @WithDefault("5m")
  Duration askAgain();

  /** A database that has answered nobody for so long while it was asked is taken for gone. */
  @WithDefault("2s")
  Duration silence();

  /** How long one evaluation may be worked on before its sender is answered without a verdict. */
  @WithDefault("5s")
  Duration answerWithin();

  /** How long nobody asks a database that is gone; then one request tries. */
  @WithDefault("1s")
  Duration memory();
}
