package org.moderato.evaluation;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;

/** On a file, as the service ships. */
@QuarkusTest
@TestProfile(ThroughputOnH2Benchmark.OnFile.class)
class ThroughputOnH2Benchmark extends ThroughputCase {

  /** The URL that ships, with a file of the test's own. */
  public static class OnFile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      String file = "./target/bench/" + UUID.randomUUID();
      return Map.of("quarkus.datasource.jdbc.url", shippedUrl().replace("./.moderato/db", file));
    }

    private static String shippedUrl() {
      Properties shipped = new Properties();
      ClassLoader classes = Thread.currentThread().getContextClassLoader();
      try (InputStream in = classes.getResourceAsStream("application.properties")) {
        shipped.load(Objects.requireNonNull(in));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return shipped.getProperty("quarkus.datasource.jdbc.url");
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return floor();
    }
  }
}
