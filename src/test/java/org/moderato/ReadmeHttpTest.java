package org.moderato;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Does what the README and the tour say, and gets the answers that they show. */
@QuarkusTest
@TestProfile(OnTheStrategyThatShips.class)
class ReadmeHttpTest {

  /** Differ from one time to the next; everything else must be as written. */
  private static final Set<String> OF_THE_MOMENT = Set.of("at", "until", "checkedAt", "release");

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

  /** Commands that make a service of their own, or this very build. */
  private static final List<String> NOT_RUN_HERE =
      List.of(
          "mvn quarkus:dev",
          "mvn verify",
          "mvn package -DskipTests",
          "mvn package -DskipTests -Ppostgresql",
          "java -jar target/quarkus-app/quarkus-run.jar",
          "java -XX:ThreadPriorityPolicy=1 -jar target/quarkus-app/quarkus-run.jar",
          "java -XX:ArchiveClassesAtExit=moderato.jsa -jar target/quarkus-app/quarkus-run.jar",
          "java -XX:SharedArchiveFile=moderato.jsa -jar target/quarkus-app/quarkus-run.jar",
          "export QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://localhost:5432/moderato",
          "export QUARKUS_DATASOURCE_USERNAME=moderato",
          "export QUARKUS_DATASOURCE_PASSWORD=...",
          "docker compose -f docker/compose.yaml up --build");

  private final ObjectMapper json = new ObjectMapper();

  @TestHTTPResource URI service;

  @ConfigProperty(name = "moderato.strategy.folder")
  Path folder;

  @Test
  void answersAsWrittenBeforeAndAfterTheEdit() throws Exception {
    // Given
    Document readme = Document.readme();
    String question = readme.requests().get(0);

    Path file = folder.resolve(readme.edit().file());
    byte[] asShipped = Files.readAllBytes(file);

    // When
    JsonNode before = run(question);
    save(file, edited(asShipped, readme.edit()));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !run(question).get("release").equals(before.get("release")));
    JsonNode after = run(question);
    save(file, asShipped);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> run(question).get("release").equals(before.get("release")));

    // Then
    assertThat(timeless(before)).isEqualTo(timeless(json.readTree(readme.blocks("json").get(0))));
    assertThat(timeless(after)).isEqualTo(timeless(json.readTree(readme.blocks("json").get(1))));
  }

  @Test
  void answersAsWrittenOnTheTour() throws Exception {
    Document tour = Document.tour();
    List<String> answers = tour.blocks("json");

    assertThat(tour.requests()).isNotEmpty().hasSameSizeAs(answers);
    for (int i = 0; i < answers.size(); i++) {
      assertThat(timeless(run(tour.requests().get(i))))
          .isEqualTo(timeless(json.readTree(answers.get(i))));
    }
  }

  @Test
  void showsTheStatus() throws Exception {
    JsonNode status = run(Document.readme().requests().get(1));

    assertThat(status.path("lastAttempt").path("result").asText()).isEqualTo("ACTIVATED");
  }

  @Test
  void runsEveryOtherCommandOrKnowsWhyNot() throws Exception {
    assertThat(Document.readme().requests()).hasSize(2);
    assertThat(Document.readme().otherCommands()).isSubsetOf(NOT_RUN_HERE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q/swagger-ui", "/q/health", "/q/metrics"})
  void hasThePagesThatItNames(String path) throws Exception {
    assertThat(Document.readme().text()).contains(path);
    given().get(path).then().statusCode(200);
  }

  private JsonNode run(String command) throws IOException, InterruptedException {
    String here = service.toString().replaceFirst("/$", "");
    Process process =
        new ProcessBuilder("bash", "-c", command.replace("http://localhost:8080", here))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(command).isZero();
    return json.readTree(answer);
  }

  private static JsonNode timeless(JsonNode answer) {
    hideMoments(answer);
    answer.path("findings").forEach(ReadmeHttpTest::hideMoments);
    return answer;
  }

  private static void hideMoments(JsonNode node) {
    ObjectNode object = (ObjectNode) node;
    OF_THE_MOMENT.stream().filter(object::has).forEach(name -> object.put(name, "any"));
    if (object.has("reason")) {
      object.put("reason", DAY.matcher(object.get("reason").asText()).replaceAll("a day"));
    }
  }

  private static byte[] edited(byte[] workbook, Document.Edit edit) throws IOException {
    try (XSSFWorkbook edited = new XSSFWorkbook(new ByteArrayInputStream(workbook));
        ByteArrayOutputStream output = new ByteArrayOutputStream()) {
      Cell cell = cell(edited.getSheet(edit.sheet()), edit);
      assertThat(cell.getNumericCellValue()).isEqualTo(edit.before());
      cell.setCellValue(edit.after());
      edited.write(output);
      return output.toByteArray();
    }
  }

  private static void save(Path file, byte[] workbook) throws IOException {
    Path beside = file.resolveSibling(".edited");
    Files.write(beside, workbook);
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Cell cell(Sheet sheet, Document.Edit edit) {
    int column = cellWith(sheet.getRow(0), edit.column()).getColumnIndex();
    return StreamSupport.stream(sheet.spliterator(), false)
        .filter(row -> row.getCell(0) != null && text(row.getCell(0)).equals(edit.row()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row " + edit.row()))
        .getCell(column);
  }

  private static Cell cellWith(Row row, String text) {
    return StreamSupport.stream(row.spliterator(), false)
        .filter(cell -> text(cell).equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no column " + text));
  }

  private static String text(Cell cell) {
    return cell.toString().strip();
  }
}
