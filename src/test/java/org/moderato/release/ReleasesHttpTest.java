package org.moderato.release;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moderato.OnH2;
import org.moderato.ServedStrategy;
import org.moderato.TestFolder;
import org.moderato.release.workbook.TestWorkbooks;

/** The life of releases through HTTP. */
@QuarkusTest
@TestProfile(OnH2.class)
class ReleasesHttpTest {

  private static final String CAPS = "decision-tables/caps.xlsx";

  private static final String SCENARIO =
      """
      name: One promotion a week may go
      now: 2026-11-20T12:00
      message: { channel: email, category: promotion }
      expect: { outcome: SEND }
      """;

  @BeforeEach
  void strategy() {
    ServedStrategy.use("releases", ReleasesHttpTest::save);
    rollBackTo(first());
  }

  private static void save(TestFolder folder) {
    folder
        .workbook("caps.xlsx", caps("3"))
        .write("rules/scenarios/caps.yaml", SCENARIO.getBytes(StandardCharsets.UTF_8));
  }

  /** The release of the folder. */
  private static String first() {
    return given()
        .get("/v1/releases?limit=100")
        .path("items.findAll { it.origin == 'FOLDER' }.max { it.number }.id");
  }

  private static void rollBackTo(String release) {
    act(release, "rollback", "\"by\": \"tests\"").statusCode(200);
  }

  private static TestWorkbooks caps(String atMost) {
    return new TestWorkbooks()
        .sheet(
            "Frequency cap",
            """
            Id   | Category  | Window | At most
            week | promotion | 7 days | %s
            news | news      | 1 day  | 1
            """
                .formatted(atMost));
  }

  private static ValidatableResponse upload(TestWorkbooks workbook) {
    return given()
        .contentType(ContentType.BINARY)
        .body(workbook.bytes())
        .post("/v1/releases?author=maria&label=fewer&file=" + CAPS)
        .then();
  }

  private static String stored(TestWorkbooks workbook) {
    return upload(workbook).statusCode(200).extract().path("id");
  }

  private static ValidatableResponse act(String release, String what, String body) {
    return given()
        .contentType(ContentType.JSON)
        .body("{" + body + "}")
        .post("/v1/releases/{id}/" + what, release)
        .then();
  }

  private static String inForce() {
    return given().get("/v1/strategy/status").path("release");
  }

  private static ValidatableResponse ask() {
    return given()
        .contentType(ContentType.JSON)
        .body(
            """
            {"messageId": "%s", "customerId": "nobody", "channel": "email",
             "category": "promotion", "department": "marketing"}
            """
                .formatted(UUID.randomUUID()))
        .post("/v1/evaluations?dryRun=true")
        .then();
  }

  @Test
  void anUploadIsADraftThatIsCheckedAndInForceOnlyOncePublished() {
    String before = inForce();

    ValidatableResponse draft = upload(caps("0"));

    draft
        .statusCode(200)
        .body("state", equalTo("CHECKED"))
        .body("origin", equalTo("UPLOAD"))
        .body("author", equalTo("maria"))
        .body("label", equalTo("fewer"))
        .body("base", equalTo(before))
        .body("actions.kind", contains("STORED", "CHECKED"))
        .body("report.loads", equalTo(true))
        .body("report.scenarios.failed", equalTo(1))
        .body("report.problems.code", hasItem("MOD-SCN-010"));
    assertThat(inForce()).isEqualTo(before);
  }

  @Test
  void scenariosThatFailBlockUnlessSomebodySaysWhyNot() {
    String draft = stored(caps("0"));

    act(draft, "publish", "\"by\": \"maria\"")
        .statusCode(422)
        .body("detail", containsString("scenarios fail"))
        .body("errors.message", hasItem(containsString("One promotion a week may go")));
    ask().body("outcome", equalTo("SEND"));

    act(
            draft,
            "publish",
            "\"by\": \"maria\", \"reason\": \"quiet\", \"ignoreScenarios\": \"it is about last year\"")
        .statusCode(200)
        .body("state", equalTo("PUBLISHED"))
        .body("actions.reason", hasItem("quiet; scenarios ignored: it is about last year"));
    ask().body("outcome", equalTo("SUPPRESS")).body("release", equalTo(draft));
  }

  @Test
  void goesBackToWhatWasInForce() {
    String before = inForce();
    String draft = stored(caps("2"));
    act(draft, "publish", "\"by\": \"maria\", \"reason\": \"Black Friday\"").statusCode(200);
    assertThat(inForce()).isEqualTo(draft);

    act(before, "rollback", "\"by\": \"ops\", \"reason\": \"too loud\"")
        .statusCode(200)
        .body("state", equalTo("PUBLISHED"));

    assertThat(inForce()).isEqualTo(before);
    given().get("/v1/releases/{id}", draft).then().body("state", equalTo("SUPERSEDED"));
  }

  @Test
  void whatWasNeverInForceCannotBeGoneBackTo() {
    act(stored(caps("17")), "rollback", "\"by\": \"ops\"").statusCode(409);
    act("2026-01-01-0000000", "rollback", "\"by\": \"ops\"").statusCode(404);
  }

  @Test
  void ofTwoWhoPublishTheSecondIsToldWhatChangedMeanwhile() {
    String one = stored(caps("4"));
    String other = stored(caps("5"));
    act(one, "publish", "\"by\": \"maria\"").statusCode(200);

    act(other, "publish", "\"by\": \"jan\"")
        .statusCode(409)
        .body("detail", containsString(one))
        .body("errors.field", hasItem("Frequency cap week"))
        .body("errors.message", hasItem("changed [At most: 3 -> 4]"));
    assertThat(inForce()).isEqualTo(one);

    act(other, "publish", "\"by\": \"jan\", \"over\": \"" + one + "\"").statusCode(200);
    assertThat(inForce()).isEqualTo(other);
  }

  @Test
  void ofManyWhoPublishAtOnceOneWins() throws Exception {
    List<String> drafts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      drafts.add(stored(caps(String.valueOf(20 + i))));
    }
    ExecutorService people = Executors.newFixedThreadPool(drafts.size());
    List<Future<Integer>> answers =
        people.invokeAll(
            drafts.stream()
                .map(draft -> (Callable<Integer>) () -> publish(draft).extract().statusCode())
                .toList());
    people.shutdown();

    List<Integer> statuses = new ArrayList<>();
    for (Future<Integer> answer : answers) {
      statuses.add(answer.get());
    }
    assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409, 409);
    assertThat(inForce()).isEqualTo(drafts.get(statuses.indexOf(200)));
  }

  private static ValidatableResponse publish(String draft) {
    return act(draft, "publish", "\"by\": \"somebody\"");
  }

  @Test
  void aScheduledReleaseTakesOverAtItsInstant() {
    String draft = stored(caps("6"));
    Instant from = Instant.now().plus(Duration.ofSeconds(4));

    act(draft, "publish", "\"by\": \"maria\", \"effectiveFrom\": \"" + from + "\"")
        .statusCode(200)
        .body("state", equalTo("SCHEDULED"));
    assertThat(inForce()).isNotEqualTo(draft);

    await().atMost(Duration.ofSeconds(20)).until(() -> inForce().equals(draft));
    Instant since = Instant.parse(given().get("/v1/strategy/status").path("since"));
    assertThat(since).isBetween(from, from.plusSeconds(2));
  }

  @Test
  void aScheduleCanBeCalledOff() {
    String draft = stored(caps("7"));
    Instant from = Instant.now().plus(Duration.ofHours(1));
    act(draft, "publish", "\"by\": \"maria\", \"effectiveFrom\": \"" + from + "\"").statusCode(200);

    act(draft, "unschedule", "\"by\": \"maria\"").statusCode(200).body("state", equalTo("CHECKED"));

    act(draft, "unschedule", "\"by\": \"maria\"").statusCode(409);
  }

  @Test
  void differencesAreThoseOfCellsAndNotOfPlaces() {
    String before = inForce();
    String after =
        stored(
            new TestWorkbooks()
                .sheet(
                    "Frequency cap",
                    """
                    Id   | Category  | Window | At most
                    news | news      | 1 day  | 1
                    week | promotion | 7 days | 2
                    more | bill      | 1 day  | 9
                    """));

    given()
        .get("/v1/releases/{a}/diff/{b}", before, after)
        .then()
        .statusCode(200)
        .body("$", hasSize(2))
        .body("find { it.kind == 'CHANGED' }.id", equalTo("week"))
        .body("find { it.kind == 'CHANGED' }.cells[0].column", equalTo("At most"))
        .body("find { it.kind == 'CHANGED' }.cells[0].from", equalTo("3"))
        .body("find { it.kind == 'CHANGED' }.cells[0].to", equalTo("2"))
        .body("find { it.kind == 'ADDED' }.id", equalTo("more"));
    given().get("/v1/releases/{a}/diff/{b}", before, before).then().body("$", hasSize(0));
  }

  @Test
  void filesComeBackExactlyAsTheyWereStored() {
    TestWorkbooks workbook = caps("8");
    byte[] bytes = workbook.bytes();
    String draft =
        given()
            .contentType(ContentType.BINARY)
            .body(bytes)
            .post("/v1/releases?author=maria&file=" + CAPS)
            .then()
            .extract()
            .path("id");

    byte[] one = given().get("/v1/releases/" + draft + "/files/" + CAPS).asByteArray();
    byte[] all = given().get("/v1/releases/" + draft + "/files").asByteArray();

    assertThat(one).isEqualTo(bytes);
    given()
        .contentType("application/zip")
        .body(all)
        .post("/v1/releases?author=maria")
        .then()
        .statusCode(200)
        .body("id", equalTo(draft));
    given().get("/v1/releases/" + draft + "/files/rules/nothing.drl").then().statusCode(404);
  }

  /** Programs that make zips put folders and their own notes into them. */
  @Test
  void aZipMayHoldWhatProgramsAddToIt() throws IOException {
    byte[] all = given().get("/v1/releases/" + first() + "/files").asByteArray();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream shipped = new ZipInputStream(new ByteArrayInputStream(all));
        ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("rules/"));
      zip.putNextEntry(new ZipEntry("decision-tables/"));
      zip.putNextEntry(new ZipEntry("decision-tables/.DS_Store"));
      zip.putNextEntry(new ZipEntry("rules/README.md"));
      for (ZipEntry e = shipped.getNextEntry(); e != null; e = shipped.getNextEntry()) {
        zip.putNextEntry(new ZipEntry(e.getName()));
        shipped.transferTo(zip);
      }
    }

    given()
        .contentType("application/zip")
        .body(bytes.toByteArray())
        .post("/v1/releases?author=maria")
        .then()
        .statusCode(200)
        .body("id", equalTo(first()));
  }

  @Test
  void aBrokenWorkbookIsADraftWhoseReportNamesTheCell() {
    String draft = upload(caps("three")).statusCode(200).extract().path("id");

    given()
        .get("/v1/releases/{id}", draft)
        .then()
        .body("report.loads", equalTo(false))
        .body("report.scenarios", nullValue())
        .body("report.problems[0].cell", equalTo("D2"));
    act(draft, "publish", "\"by\": \"maria\"")
        .statusCode(422)
        .body("errors.field", hasItem(CAPS + ":Frequency cap!D2"));
  }

  @Test
  void marketingOpsMayNotChangeRules() {
    given()
        .contentType(ContentType.BINARY)
        .body("package moderato.rules".getBytes(StandardCharsets.UTF_8))
        .post("/v1/releases?author=maria&file=rules/spacing.drl")
        .then()
        .statusCode(422)
        .body("errors.field", contains("rules/spacing.drl"));
  }

  @Test
  void badUploadsAreRefusedWithWords() {
    given()
        .contentType("application/zip")
        .body("no zip".getBytes(StandardCharsets.UTF_8))
        .post("/v1/releases?author=maria")
        .then()
        .statusCode(422)
        .body("detail", containsString("the zip holds no files"));
    given()
        .contentType(ContentType.BINARY)
        .body(new byte[] {1})
        .post("/v1/releases?author=maria&file=../etc/passwd")
        .then()
        .statusCode(422)
        .body("detail", containsString("is no file of a strategy"));
    given()
        .contentType(ContentType.BINARY)
        .body(new byte[] {1})
        .post("/v1/releases?file=" + CAPS)
        .then()
        .statusCode(422)
        .body("errors.field", hasItem("author"));
    given()
        .contentType(ContentType.BINARY)
        .body(new byte[(5 << 20) + 1])
        .post("/v1/releases?author=maria&file=" + CAPS)
        .then()
        .statusCode(413);
  }

  @Test
  void aSavedFolderIsCheckedAfterwards() {
    given()
        .get("/v1/releases/{id}", first())
        .then()
        .body("origin", equalTo("FOLDER"))
        .body("author", equalTo("folder"))
        .body("actions.kind", hasItems("STORED", "PUBLISHED", "CHECKED"))
        .body("report.scenarios.passed", equalTo(1))
        .body("report.problems.code", not(hasItem("MOD-SCN-010")));
  }
}
