package org.moderato.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.moderato.PostgresProfile;
import org.moderato.TestFolder;

/** The same on PostgreSQL, with all three caps. */
@QuarkusTest
@TestProfile(CopenhagenOnPostgresTest.Replay.class)
class CopenhagenOnPostgresTest extends ReplayCase {

  /** Three caps at once. */
  public static class Replay extends PostgresProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      settings.putAll(
          settings(
              new TestFolder("copenhagen-postgres")
                  .workbook("caps.xlsx", caps("24 hours | 1", "7 days | 3", "30 days | 10"))));
      return settings;
    }
  }

  @Test
  void allowsExactlyAsManyAsAnIndependentCount() throws Exception {
    assertThat(allowed("three caps on PostgreSQL", RealTraffic.copenhagen("pg"))).isEqualTo(3_252);
  }
}
