package org.moderato.evaluation;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;
import org.moderato.PostgresProfile;

@QuarkusTest
@TestProfile(ConcurrencyOnPostgresTest.OnPostgres.class)
class ConcurrencyOnPostgresTest extends ConcurrencyCase {

  /** As in production. */
  public static class OnPostgres extends PostgresProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      settings.putAll(strategy("concurrency-postgres"));
      return settings;
    }
  }
}
