package org.moderato;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/** A service on the embedded default, for tests with a strategy of their own. */
public class OnH2 implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> settings = new HashMap<>(ServedStrategy.settings("served-h2"));
    settings.put("moderato.evaluation.max-past", "10000d");
    return settings;
  }
}
