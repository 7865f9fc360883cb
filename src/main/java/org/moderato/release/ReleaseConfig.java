package org.moderato.release;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;
import java.time.Duration;

/** Where the strategy comes from and how it is watched. */
@ConfigMapping(prefix = "moderato.strategy")
public interface ReleaseConfig {

  /** The folder that holds {@code rules} and {@code decision-tables}. */
  @WithDefault(".")
  Path folder();

  /** What becomes of a saved change: a release in force, or a draft that somebody publishes. */
  @WithName("folder.publish")
  @WithDefault("live")
  FolderPublish folderPublish();

  /** Whether scenarios that fail keep a saved change from being put in force. */
  @WithName("folder.scenarios")
  @WithDefault("warn")
  FolderScenarios folderScenarios();

  /** Whether a release needs somebody else than its author to approve and to publish it. */
  @WithDefault("false")
  boolean fourEyes();

  /**
   * Whether uploads may change rules: rule files, and the code rows of rule tables. Only where all
   * who may upload are rule authors.
   */
  @WithDefault("false")
  boolean ruleAuthors();

  /** What becomes of a saved change. */
  enum FolderPublish {
    LIVE,
    DRAFT
  }

  /** What failing scenarios do to a saved change. */
  enum FolderScenarios {
    WARN,
    BLOCK
  }

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
