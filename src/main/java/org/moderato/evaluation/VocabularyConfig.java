package org.moderato.evaluation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What becomes of requests whose words no vocabulary of the strategy knows. */
@ConfigMapping(prefix = "moderato.vocabulary")
public interface VocabularyConfig {

  /** Whether they are refused; else they are judged as they are, with a finding. */
  @WithDefault("false")
  boolean strict();
}
