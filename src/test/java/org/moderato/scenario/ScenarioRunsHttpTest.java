package org.moderato.scenario;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.moderato.OnTheStrategyThatShips;
import org.moderato.release.StrategyFiles;

@QuarkusTest
@TestProfile(OnTheStrategyThatShips.class)
class ScenarioRunsHttpTest {

  @Test
  void runsTheScenariosOfTheReleaseInForce() {
    given()
        .contentType(ContentType.JSON)
        .body("{\"filter\": \"trial\"}")
        .post("/v1/scenario-runs")
        .then()
        .statusCode(200)
        .body("failed", equalTo(0))
        .body("passed", greaterThan(0))
        .body("coverage.percent", greaterThan(0));
  }

  @Test
  void runsGivenScenariosAndSaysWhyOneFails() {
    given()
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "scenarios",
                """
                name: An email is held back
                now: 2026-11-20T12:00
                message: { channel: email, category: promotion }
                expect: { outcome: DEFER, row: promotion-week }
                """))
        .post("/v1/scenario-runs")
        .then()
        .statusCode(200)
        .body("failed", equalTo(1))
        .body("scenarios[0].steps[0].mismatches", hasItem("expected outcome DEFER, was SEND"))
        .body("scenarios[0].steps[0].whyNot[0]", containsString("it counted 0, and allows 3"));
  }

  @Test
  void runsTheScenariosOfACandidate() throws IOException {
    given()
        .contentType("application/zip")
        .body(zip(StrategyFiles.readFrom(Path.of("."))))
        .post("/v1/scenario-runs?filter=trial")
        .then()
        .statusCode(200)
        .body("failed", equalTo(0))
        .body("passed", greaterThan(0));
  }

  private static byte[] zip(StrategyFiles files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.files().entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void knowsNoOtherRelease() {
    given()
        .contentType(ContentType.JSON)
        .body("{\"release\": \"2001-01-01-0000000\"}")
        .post("/v1/scenario-runs")
        .then()
        .statusCode(404);
  }
}
