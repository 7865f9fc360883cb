package org.moderato.evaluation;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;

/** Three caps at once, on the embedded database. */
@QuarkusTest
@TestProfile(CopenhagenTest.ThreeCaps.class)
class CopenhagenTest extends CopenhagenCase {

  /** 1 in 24 hours, 3 in 7 days, 10 in 30 days. */
  public static class ThreeCaps implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return strategy("copenhagen", "24 hours | 1", "7 days | 3", "30 days | 10");
    }
  }

  @Override
  long expected() {
    return 3_252;
  }
}
