package org.moderato.release.workbook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.moderato.Api;
import org.moderato.OnTheStrategyThatShips;
import org.moderato.release.StrategyFiles;

/** Whatever somebody uploads: it is told what is wrong, and nobody is judged otherwise. */
@QuarkusTest
@TestProfile(OnTheStrategyThatShips.class)
class BrokenUploadsHttpTest {

  private static final String RULE_TABLE = "decision-tables/channel-preference.xlsx";
  private static final int GOLDEN = 500;
  private static final long SEED = 20_261_126;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);

  @Test
  void brokenWorkbooksNameTheirCellsAndChangeNoVerdict() {
    List<String> before = golden();
    String release = given().get("/v1/strategy/status").path("release");
    List<String> silent = new ArrayList<>();
    int refused = 0;

    for (BrokenWorkbook broken : ofTablesThatShip()) {
      JsonPath draft = upload(broken);
      boolean changesCode = draft.get("report") == null;
      if (changesCode || !draft.getBoolean("report.loads")) {
        refused++;
        if (!changesCode && !namesAPlaceOf(draft, broken)) {
          silent.add(broken + ": " + draft.getString("report.problems"));
        }
      }
    }

    assertThat(silent).isEmpty();
    assertThat(refused).isGreaterThanOrEqualTo(60);
    assertThat(given().get("/v1/strategy/status").<String>path("release")).isEqualTo(release);
    assertThat(golden()).isEqualTo(before);
  }

  /** Those without tables that only the tests know. */
  private static List<BrokenWorkbook> ofTablesThatShip() {
    return BrokenWorkbookTest.broken().filter(broken -> !broken.uses("Every type")).toList();
  }

  /** Its draft; or the problem, if it brings code along, as rule tables do. */
  private static JsonPath upload(BrokenWorkbook broken) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    shipped().forEach(files::put);
    broken.workbooks().forEach((name, bytes) -> files.put("decision-tables/" + name, bytes));
    return given()
        .contentType("application/zip")
        .body(TestArchives.zip(files))
        .post("/v1/releases?author=tests")
        .then()
        .statusCode(oneOf(200, 422))
        .extract()
        .jsonPath();
  }

  @Test
  void codeOfARuleTableIsForRuleAuthorsAndItsDataForEverybody() throws IOException {
    uploadRuleTable(cell -> cell.getStringCellValue().startsWith("verdict.prefer"), "nothing();")
        .statusCode(422)
        .body("errors.field", hasItem(startsWith(RULE_TABLE + ":")))
        .body("errors.message", hasItem(containsString("only a rule author")));

    uploadRuleTable(cell -> cell.getStringCellValue().equals("email, post"), "post, email")
        .statusCode(200);
  }

  /** Changes the first text cell of the shipped rule table that is wanted. */
  private static ValidatableResponse uploadRuleTable(Predicate<Cell> wanted, String text)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(Path.of(RULE_TABLE)))) {
      Cell changed =
          StreamSupport.stream(workbook.spliterator(), false)
              .flatMap(sheet -> StreamSupport.stream(sheet.spliterator(), false))
              .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
              .filter(cell -> cell.getCellType() == CellType.STRING && wanted.test(cell))
              .findFirst()
              .orElseThrow();
      // Else the text that stands in the cell itself would stay beside the new one.
      changed.setBlank();
      changed.setCellValue(text);
      workbook.write(bytes);
    }
    return given()
        .contentType(ContentType.BINARY)
        .body(bytes.toByteArray())
        .post("/v1/releases?author=tests&file=" + RULE_TABLE)
        .then();
  }

  /** Without scenarios, which would be run for each of those that are only warned of. */
  private static Map<String, byte[]> shipped() {
    StrategyFiles shipped = StrategyFiles.readFrom(Path.of("."));
    Map<String, byte[]> files = new LinkedHashMap<>(shipped.files());
    files.keySet().removeAll(shipped.scenarios().keySet());
    return files;
  }

  private static boolean namesAPlaceOf(JsonPath draft, BrokenWorkbook broken) {
    List<Map<String, String>> problems = draft.getList("report.problems");
    return problems.stream()
        .map(BrokenUploadsHttpTest::place)
        .anyMatch(
            place ->
                broken.expected().stream()
                    .anyMatch(e -> place.equals("decision-tables/" + e.place())));
  }

  private static String place(Map<String, String> problem) {
    String sheet = problem.get("sheet") == null ? "" : ":" + problem.get("sheet");
    String cell = problem.get("cell") == null ? "" : "!" + problem.get("cell");
    return problem.get("file") + sheet + cell + " " + problem.get("code");
  }

  /** Verdicts about many messages, at instants that are the same each time. */
  private List<String> golden() {
    Random random = new Random(SEED);
    List<String> messages = new ArrayList<>();
    for (int i = 0; i < GOLDEN; i++) {
      messages.add(message(random, i));
    }
    List<String> answers = Api.lines("/v1/evaluations/batch?dryRun=true&explain=all", messages);
    assertThat(answers).hasSize(GOLDEN).noneMatch(answer -> answer.contains("\"problem\""));
    return answers;
  }

  private String message(Random random, int number) {
    return """
        {"messageId": "golden-%d", "customerId": "%s", "channel": "%s", "category": "%s",
         "department": "%s", "topic": "webinar-q4", "template": "t%d", "at": "%s"}
        """
        .replace("\n", "")
        .formatted(
            number,
            any(random, "C42", "C43", "C44", "C45", "C46", "nobody"),
            any(random, "email", "sms", "push", "phone", "post"),
            any(random, "promotion", "service", "bill", "survey", "outreach", "onboarding", "news"),
            any(random, "marketing", "sales", "billing", "service"),
            random.nextInt(4),
            now.plus(random.nextInt(20 * 24) - 240L, ChronoUnit.HOURS));
  }

  private static String any(Random random, String... words) {
    return words[random.nextInt(words.length)];
  }
}
