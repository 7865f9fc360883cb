package org.moderato.evaluation;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;

@QuarkusTest
@TestProfile(ConcurrencyOnH2Test.OnH2.class)
class ConcurrencyOnH2Test extends ConcurrencyCase {

  /** The embedded default. */
  public static class OnH2 implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return strategy("concurrency-h2");
    }
  }
}
