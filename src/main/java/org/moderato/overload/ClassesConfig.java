package org.moderato.overload;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;

/** Which categories are vital and which are marketing; all others are standard. */
@ConfigMapping(prefix = "moderato.classes")
public interface ClassesConfig {

  /** Categories that are never refused, however much there is to do. */
  @WithDefault("security,legal")
  Optional<Set<String>> vital();

  /** Categories that are refused first, and deferred when the database is gone. */
  @WithDefault("promotion,news,event,outreach,survey")
  Optional<Set<String>> marketing();
}
