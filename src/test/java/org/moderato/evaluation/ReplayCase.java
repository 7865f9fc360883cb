package org.moderato.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.util.List;
import org.moderato.ServedStrategy;
import org.moderato.release.workbook.TestWorkbooks;

/** Replays real traffic through the batch endpoint, under strategies that are saved meanwhile. */
abstract class ReplayCase {

  @TestHTTPResource("/v1/evaluations/batch")
  URI batch;

  private static TestWorkbooks caps(String... caps) {
    StringBuilder rows = new StringBuilder("Id | Window | At most");
    for (int i = 0; i < caps.length; i++) {
      rows.append("\ncap").append(i).append(" | ").append(caps[i]);
    }
    return new TestWorkbooks().sheet("Frequency cap", rows.toString());
  }

  /** Saves a strategy of caps and waits until it is in force. */
  static void use(String... caps) {
    ServedStrategy.use(
        "replay " + List.of(caps), folder -> folder.workbook("caps.xlsx", caps(caps)));
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
