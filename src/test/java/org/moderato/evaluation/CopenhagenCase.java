package org.moderato.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.moderato.TestFolder;
import org.moderato.release.workbook.TestWorkbooks;

/** Real traffic through the batch endpoint: the allowed count is known exactly. */
abstract class CopenhagenCase {

  @TestHTTPResource("/v1/evaluations/batch")
  URI batch;

  /** A strategy of a few caps; history may be replayed. */
  static Map<String, String> strategy(String name, String... caps) {
    StringBuilder rows = new StringBuilder("Id | Window | At most");
    for (String cap : caps) {
      rows.append("\nrow").append(rows.length()).append(" | ").append(cap);
    }
    Map<String, String> settings =
        new HashMap<>(
            new TestFolder(name)
                .workbook("caps.xlsx", new TestWorkbooks().sheet("Frequency cap", rows.toString()))
                .setting());
    settings.put("moderato.evaluation.max-past", "10000d");
    return settings;
  }

  abstract long expected();

  @Test
  void allowsExactlyAsManyAsAnIndependentCount() throws Exception {
    List<String> requests = RealTraffic.copenhagen();
    long started = System.nanoTime();

    List<String> answers = BatchClient.send(batch, requests);

    Duration took = Duration.ofNanos(System.nanoTime() - started);
    System.getLogger("copenhagen")
        .log(System.Logger.Level.INFO, requests.size() + " lines in " + took);
    assertThat(requests).hasSize(27_933);
    assertThat(answers).hasSize(27_933);
    assertThat(BatchClient.allowed(answers)).isEqualTo(expected());
  }
}
