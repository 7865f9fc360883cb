package org.moderato.contact;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;
import org.moderato.PostgresProfile;

@QuarkusTest
@TestProfile(LimitsOnPostgresTest.OnPostgres.class)
class LimitsOnPostgresTest extends LimitsCase {

  /** As in production. */
  public static class OnPostgres extends PostgresProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      settings.putAll(LedgerEndpointsTest.strategy("limits-postgres"));
      return settings;
    }
  }
}
