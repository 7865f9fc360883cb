package org.moderato;

import java.util.HashMap;
import java.util.Map;

/** A service on PostgreSQL as in production, for tests with a strategy of their own. */
public class OnPostgres extends PostgresProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
    settings.putAll(ServedStrategy.settings("served-postgres"));
    settings.put("moderato.evaluation.max-past", "10000d");
    return settings;
  }
}
