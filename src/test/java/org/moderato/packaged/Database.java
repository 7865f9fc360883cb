package org.moderato.packaged;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Where a packaged service keeps its data.
 *
 * @param application what was packaged for this kind of database
 * @param settings what the service has to be told
 */
record Database(Path application, Map<String, String> settings) {

  /** The H2 file that the service makes where it starts. */
  static Database h2() {
    return new Database(Path.of("target/quarkus-app/quarkus-run.jar"), Map.of());
  }

  /** The same, and something else that the service has to be told. */
  Database with(String setting, String value) {
    Map<String, String> more = new HashMap<>(settings);
    more.put(setting, value);
    return new Database(application, more);
  }

  static Database postgresql(String url) {
    return new Database(
        Path.of("target/quarkus-app-postgresql/quarkus-run.jar"),
        Map.of("quarkus.datasource.jdbc.url", url));
  }
}
