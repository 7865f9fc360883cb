package org.moderato.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.moderato.Document;
import org.moderato.TestFolder;
import org.moderato.release.StrategyFiles;
import org.moderato.release.workbook.TestWorkbooks;

/** Lives of the packaged service; run on both databases. */
@Execution(ExecutionMode.CONCURRENT)
abstract class PackagedCase {

  private static final int CAP = 3;

  /** A database that nobody has used before. */
  abstract Database newDatabase() throws Exception;

  /** A folder below {@code target} with a strategy that loads quickly. */
  final TestFolder folder(String name) {
    TestFolder folder = new TestFolder(getClass().getSimpleName() + "-" + name);
    return folder.workbook("caps.xlsx", caps("week", CAP));
  }

  static TestWorkbooks caps(String row, int atMost) {
    return new TestWorkbooks()
        .sheet("Frequency cap", "Id | Window | At most\n" + row + " | 7 days | " + atMost);
  }

  private static TestWorkbooks broken() {
    return new TestWorkbooks().sheet("Frequency cap", "Id | Window | At most\nweek | 7 dayz | 3");
  }

  static String question(String message) {
    return """
    {"messageId": "%s", "customerId": "C42", "channel": "email", "category": "promotion",
     "department": "marketing"}
    """
        .formatted(message);
  }

  @Test
  void startsWithTheStrategyThatShips() throws Exception {
    TestFolder folder = new TestFolder(getClass().getSimpleName() + "-shipped");
    StrategyFiles.readFrom(Path.of(".")).files().forEach(folder::write);
    try (PackagedService service = new PackagedService(folder, newDatabase()).start()) {
      String dryRun = run(Document.readme().requests().get(0), service);
      HttpResponse<String> first = service.post("/v1/evaluations", question("first"));
      HttpResponse<String> retry = service.post("/v1/evaluations", question("first"));

      assertThat(dryRun).contains("\"outcome\":\"SEND\"");
      assertThat(first.body()).contains("\"outcome\":\"SEND\"", "\"replayed\":false");
      assertThat(retry.body())
          .isEqualTo(first.body().replace("\"replayed\":false", "\"replayed\":true"));
      assertThat(service.log()).doesNotContain("ERROR");
    }
  }

  private static String run(String command, PackagedService service)
      throws IOException, InterruptedException {
    String there = command.replace("http://localhost:8080", service.address().toString());
    Process process = new ProcessBuilder("bash", "-c", there).start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(there).isZero();
    return answer;
  }

  @Test
  void aBrokenFolderStopsNobodyWhoHasAGoodRelease() throws Exception {
    TestFolder folder = folder("broken").workbook("caps.xlsx", broken());
    try (PackagedService service = new PackagedService(folder, newDatabase())) {
      service.launch().awaitLive();
      assertThat(service.get("/q/health/ready").statusCode()).isEqualTo(503);
      assertThat(service.post("/v1/evaluations", question("early")).body())
          .contains("urn:moderato:problem:strategy-not-ready");

      folder.workbook("caps.xlsx", caps("week", CAP));
      service.awaitReady();
      String release = service.status().path("release").asText();

      service.kill();
      folder.workbook("caps.xlsx", broken());
      service.start();

      JsonNode status = service.status();
      assertThat(status.path("release").asText()).isEqualTo(release);
      assertThat(status.path("stale").asBoolean()).isTrue();
      assertThat(status.path("folderDiffers").asBoolean()).isTrue();
      assertThat(status.at("/lastAttempt/result").asText()).isEqualTo("FAILED");
      assertThat(status.at("/lastAttempt/problems/0/cell").asText()).isEqualTo("B2");
      assertThat(service.post("/v1/evaluations", question("late")).body())
          .contains("\"outcome\":\"SEND\"", release);
    }
  }
}
