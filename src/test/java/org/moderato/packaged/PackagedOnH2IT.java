package org.moderato.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.moderato.TestFolder;

/** The default: a file that belongs to one instance. */
class PackagedOnH2IT extends PackagedCase {

  private static final String SCENARIO =
      """
      name: One email may go
      now: 2026-11-20T12:00
      message: { channel: email, category: promotion }
      expect: { outcome: SEND }
      """;

  @Override
  Database newDatabase() {
    return Database.h2();
  }

  @Test
  void saysInAFewWordsThatAnotherInstanceHasTheFile() throws Exception {
    TestFolder folder = folder("file");
    try (PackagedService first = new PackagedService(folder, Database.h2()).start();
        PackagedService second = new PackagedService(folder("other"), sameFile(folder)).launch()) {
      assertThat(second.awaitExit()).isEqualTo(1);
      assertThat(second.log())
          .contains("Moderato cannot use its database: another instance has this H2 file open")
          .doesNotContain("\tat ");
      assertThat(first.post("/v1/evaluations", question("after")).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aSavedChangeIsADraftWhereThatIsWished() throws Exception {
    TestFolder folder = folder("drafts");
    Database drafts = newDatabase().with("moderato.strategy.folder.publish", "draft");
    try (PackagedService service = new PackagedService(folder, drafts).start()) {
      String release = service.status().path("release").asText();

      folder.workbook("caps.xlsx", caps("week", 7));

      awaitResult(service, "DRAFTED");
      assertThat(service.status().path("release").asText()).isEqualTo(release);
      assertThat(service.get("/v1/releases?limit=1").body()).contains("\"state\":\"CHECKED\"");
    }
  }

  @Test
  void failingScenariosKeepASavedChangeOutWhereThatIsWished() throws Exception {
    TestFolder folder = folder("blocked");
    folder.write("rules/scenarios/caps.yaml", SCENARIO.getBytes(StandardCharsets.UTF_8));
    Database blocking = newDatabase().with("moderato.strategy.folder.scenarios", "block");
    try (PackagedService service = new PackagedService(folder, blocking).start()) {
      String release = service.status().path("release").asText();

      folder.workbook("caps.xlsx", caps("week", 0));

      awaitResult(service, "FAILED");
      assertThat(service.status().at("/lastAttempt/problems").findValuesAsText("code"))
          .contains("MOD-SCN-010");
      assertThat(service.status().path("release").asText()).isEqualTo(release);
    }
  }

  private static void awaitResult(PackagedService service, String result) {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> service.status().at("/lastAttempt/result").asText().equals(result));
  }

  private static Database sameFile(TestFolder folder) {
    String url = "jdbc:h2:file:" + folder.path().resolve(".moderato/db");
    return new Database(Database.h2().application(), Map.of("quarkus.datasource.jdbc.url", url));
  }
}
