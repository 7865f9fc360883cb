package org.moderato.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.moderato.TestFolder;
import org.moderato.release.workbook.TestWorkbooks;

/** Replays real traffic through the batch endpoint, under strategies that are saved meanwhile. */
abstract class ReplayCase {

  @TestHTTPResource("/v1/evaluations/batch")
  URI batch;

  /** The settings of a service that replays history by a folder of its own. */
  static Map<String, String> settings(TestFolder folder) {
    Map<String, String> settings = new HashMap<>(folder.setting());
    settings.put("moderato.evaluation.max-past", "10000d");
    return settings;
  }

  static TestWorkbooks caps(String... caps) {
    StringBuilder rows = new StringBuilder("Id | Window | At most");
    for (int i = 0; i < caps.length; i++) {
      rows.append("\ncap").append(i).append(" | ").append(caps[i]);
    }
    return new TestWorkbooks().sheet("Frequency cap", rows.toString());
  }

  /** Saves a strategy and waits until it is in force. */
  static void save(TestFolder folder, TestWorkbooks workbook) {
    String before = release();
    folder.workbook("caps.xlsx", workbook);
    await().atMost(Duration.ofSeconds(20)).until(() -> !release().equals(before));
  }

  private static String release() {
    return given().get("/v1/strategy/status").path("release");
  }

  long allowed(String run, List<String> requests) throws Exception {
    long started = System.nanoTime();
    List<String> answers = BatchClient.send(batch, requests);
    long millis = (System.nanoTime() - started) / 1_000_000;
    System.getLogger("replay")
        .log(System.Logger.Level.INFO, run + ": " + answers.size() + " lines in " + millis + " ms");
    assertThat(answers).hasSize(requests.size());
    assertThat(answers).noneMatch(answer -> answer.contains("\"problem\""));
    return BatchClient.allowed(answers);
  }
}
