package org.moderato.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moderato.Api;
import org.moderato.OnH2;
import org.moderato.ServedStrategy;
import org.moderato.TestFolder;
import org.moderato.release.workbook.TestWorkbooks;

@QuarkusTest
@TestProfile(OnH2.class)
class EvaluationsHttpTest {

  @BeforeEach
  void strategy() {
    ServedStrategy.use("evaluation", EvaluationsHttpTest::save);
  }

  /** One email in a day, one text message ever. */
  private static void save(TestFolder folder) {
    folder.workbook(
        "caps.xlsx",
        new TestWorkbooks()
            .sheet("Vocabularies", "Channel | Category\nemail | promotion\nsms | news\npush | ")
            .sheet(
                "Frequency cap",
                """
                Id   | Channel | Window | At most | Level
                mail | email   | 1 day  | 1       |
                text | sms     | ever   | 1       |
                firm | push    | 7 days | 1       | account
                """));
  }

  private static String body(String messageId, String customerId, String channel, String more) {
    return """
        {"messageId": "%s", "customerId": "%s", "channel": "%s", "category": "promotion",
         "department": "marketing"%s}
        """
        .formatted(messageId, customerId, channel, more);
  }

  private static ValidatableResponse ask(String body) {
    return given().contentType(ContentType.JSON).body(body).post("/v1/evaluations").then();
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }

  @Test
  void sendsTheFirstAndDefersTheSecond() {
    String customer = newId();
    String first = newId();

    ask(body(first, customer, "email", ""))
        .statusCode(200)
        .header("Moderato-Release", notNullValue())
        .body("outcome", equalTo("SEND"))
        .body("replayed", equalTo(false))
        .body("findings", hasSize(1))
        .body("findings[0].decisive", equalTo(true));

    ask(body(newId(), customer, "email", ""))
        .statusCode(200)
        .body("outcome", equalTo("DEFER"))
        .body("findings[0].policy", equalTo("Frequency cap"))
        .body("findings[0].row", equalTo("mail"))
        .body("findings[0].source.sheet", equalTo("Frequency cap"))
        .body("findings[0].source.row", equalTo(2))
        .body("findings[0].counted", hasItem(first));
  }

  @Test
  void answersARetryWithTheSameBytesAndCountsItOnce() {
    String customer = newId();
    String body = body(newId(), customer, "email", "");

    String fresh = ask(body).statusCode(200).extract().asString();
    String retried = ask(body).statusCode(200).extract().asString();

    assertThat(retried).isEqualTo(fresh.replace("\"replayed\":false", "\"replayed\":true"));
    given()
        .get("/v1/customers/" + customer + "/evaluations")
        .then()
        .statusCode(200)
        .body("items", hasSize(1));
  }

  @Test
  void refusesAnIdThatWasUsedForSomethingElse() {
    String customer = newId();
    String id = newId();
    ask(body(id, customer, "email", "")).statusCode(200);

    ask(body(id, customer, "sms", ""))
        .statusCode(422)
        .body("type", equalTo("urn:moderato:problem:message-id-reused"));
    ask(body(id, newId(), "email", "")).statusCode(422);
    // Only when it is asked may differ.
    ask(body(id, customer, "email", ", \"at\": \"" + Instant.now() + "\""))
        .statusCode(200)
        .body("replayed", equalTo(true));
  }

  @Test
  void aDryRunTakesNothing() {
    String customer = newId();
    for (int i = 0; i < 2; i++) {
      given()
          .contentType(ContentType.JSON)
          .body(body(newId(), customer, "email", ""))
          .post("/v1/evaluations?dryRun=true")
          .then()
          .statusCode(200)
          .body("outcome", equalTo("SEND"))
          .body("evaluationId", nullValue());
    }
    given().get("/v1/customers/" + customer + "/evaluations").then().statusCode(404);
  }

  @Test
  void explainsRowsThatPassed() {
    given()
        .contentType(ContentType.JSON)
        .body(body(newId(), newId(), "email", ""))
        .post("/v1/evaluations?dryRun=true&explain=all")
        .then()
        .statusCode(200)
        .body("findings.row", hasItem("mail"))
        .body("findings.find { it.row == 'mail' }.limit", equalTo(1.0f));
  }

  @Test
  void holdsASlotForAWhile() {
    String customer = newId();

    ask(body(newId(), customer, "email", ", \"reserveFor\": \"PT15M\""))
        .statusCode(200)
        .body("outcome", equalTo("SEND"));
    String until =
        ask(body(newId(), customer, "email", ""))
            .statusCode(200)
            .body("outcome", equalTo("DEFER"))
            .body("findings[0].provisional", equalTo(true))
            .extract()
            .path("at");

    assertThat(Instant.parse(until))
        .isBetween(
            Instant.now().plus(14, ChronoUnit.MINUTES), Instant.now().plus(15, ChronoUnit.MINUTES));
  }

  @Test
  void takesAnAlternative() {
    String customer = newId();
    ask(body(newId(), customer, "email", ""));

    ask(body(newId(), customer, "email", ", \"alternatives\": [\"sms\"]"))
        .body("outcome", equalTo("SEND"))
        .body("channel", equalTo("sms"));
    ask(body(newId(), customer, "sms", "")).body("outcome", equalTo("SUPPRESS"));
  }

  @Test
  void booksAnInstantAhead() {
    String customer = newId();
    Instant ahead = Instant.now().plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

    ask(body(newId(), customer, "email", ", \"at\": \"" + ahead + "\""))
        .body("outcome", equalTo("SEND"))
        .body("at", equalTo(ahead.toString()));
    ask(body(newId(), customer, "email", ", \"at\": \"" + ahead.plusSeconds(60) + "\""))
        .body("outcome", equalTo("DEFER"))
        .body("at", equalTo(ahead.plus(1, ChronoUnit.DAYS).toString()));
  }

  @Test
  void namesEveryInvalidField() {
    given()
        .contentType(ContentType.JSON)
        .body("{\"messageId\": \" \", \"chanel\": \"email\", \"step\": \"two\", \"at\": \"now\"}")
        .post("/v1/evaluations")
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body(
            "errors.field",
            hasItems("messageId", "chanel", "step", "at", "customerId", "category", "department"));
  }

  @Test
  void boundsReservations() {
    ask(body(newId(), newId(), "email", ", \"reserveFor\": \"PT25H\""))
        .statusCode(422)
        .body("errors[0].field", equalTo("reserveFor"));
  }

  @Test
  void tellsUnknownValues() {
    ask(body(newId(), newId(), "carrier-pigeon", ""))
        .statusCode(200)
        .body("findings.kind", hasItem("unknown value"));
  }

  @Test
  void givesAStoredVerdictWithWhatWasSeenAndTheRowsAsTheyWere() {
    String customer = newId();
    ask(body(newId(), customer, "email", ""));
    String id = ask(body(newId(), customer, "email", "")).extract().path("evaluationId");

    String stored =
        given()
            .get("/v1/evaluations/" + id)
            .then()
            .statusCode(200)
            .body("customerId", equalTo(customer))
            .body("answer.outcome", equalTo("DEFER"))
            .body("message.channel", equalTo("email"))
            .body("message.customerId", nullValue())
            .body("facts.contacts", hasSize(1))
            .body("rows[0].source.row", equalTo(2))
            .body("rows[0].cells.Id", equalTo("mail"))
            .body("rows[0].cells.'At most'", equalTo("1"))
            .body("rows[0].cells.Window", equalTo("1 day"))
            .extract()
            .asString();

    // The customer's own id stands in one table only: it was looked up.
    assertThat(stored.split(customer, -1)).hasSize(2);
  }

  @Test
  void aParameterThatSaysNothingTakesNothing() {
    String customer = newId();
    for (String wrong : List.of("dryrun=true", "dryRun=yes", "explain=everything")) {
      given()
          .contentType(ContentType.JSON)
          .body(body(newId(), customer, "email", ""))
          .post("/v1/evaluations?" + wrong)
          .then()
          .statusCode(422)
          .body("errors.field", hasItem(wrong.replaceAll("=.*", "")));
    }
    given().get("/v1/customers/" + customer).then().statusCode(404);
  }

  @Test
  void judgesAnyInstantOfFourHundredDaysInADryRun() {
    for (int days : new int[] {-399, 399}) {
      dryRun(newId(), days).statusCode(200).body("outcome", equalTo("SEND"));
    }
    for (int days : new int[] {-401, 401}) {
      dryRun(newId(), days).statusCode(422).body("errors.field", hasItem("at"));
    }
  }

  @Test
  void aDryRunIgnoresWhatWasAnswered() {
    String customer = newId();
    String id = newId();
    ask(body(id, customer, "email", "")).body("outcome", equalTo("SEND"));

    given()
        .contentType(ContentType.JSON)
        .body(body(id, customer, "sms", ""))
        .post("/v1/evaluations?dryRun=true")
        .then()
        .statusCode(200)
        .body("replayed", equalTo(false))
        .body("channel", equalTo("sms"));
  }

  private static ValidatableResponse dryRun(String customer, int days) {
    Instant at = Instant.now().plus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    return given()
        .contentType(ContentType.JSON)
        .body(body(newId(), customer, "email", ", \"at\": \"" + at + "\""))
        .post("/v1/evaluations?dryRun=true")
        .then();
  }

  @Test
  void aDeferIsReplayedUntilItsTimeAndJudgedAfreshThen() {
    String customer = newId();
    ask(body(newId(), customer, "email", ", \"reserveFor\": \"PT2S\""));
    String body = body(newId(), customer, "email", "");

    String deferred = ask(body).body("outcome", equalTo("DEFER")).extract().asString();
    assertThat(ask(body).extract().asString())
        .isEqualTo(deferred.replace("\"replayed\":false", "\"replayed\":true"));

    await()
        .untilAsserted(
            () -> ask(body).body("outcome", equalTo("SEND")).body("replayed", equalTo(false)));
    ask(body).body("outcome", equalTo("SEND")).body("replayed", equalTo(true));
  }

  @Test
  void asksAboutManyWithoutTakingAnything() {
    String customer = newId();
    List<String> lines =
        List.of(
            body(newId(), customer, "email", "").replace("\n", ""),
            body(newId(), customer, "email", "").replace("\n", ""));

    List<String> answers = Api.lines("/v1/evaluations/batch?dryRun=true&explain=all", lines);

    assertThat(answers)
        .hasSize(2)
        .allMatch(answer -> answer.contains("\"outcome\":\"SEND\",\"channel"))
        .allMatch(answer -> answer.contains("\"limit\":1.0"));
    given().get("/v1/customers/" + customer).then().statusCode(404);
  }

  @Test
  void countsAndTimesByChannelsThatAreKnown() {
    ask(body(newId(), newId(), "EMAIL", ""));
    ask(body(newId(), newId(), "pigeon-" + newId(), ""));

    String metrics = given().get("/q/metrics").then().extract().asString();

    assertThat(metrics)
        .contains("moderato_evaluations_total{channel=\"email\"")
        .contains("moderato_evaluations_total{channel=\"other\"")
        .contains("moderato_evaluation_duration_seconds{way=\"single\",quantile=\"0.99\"")
        .doesNotContain("pigeon");
  }

  @Test
  void showsTheStrategyInForce() {
    given()
        .get("/v1/strategy/status")
        .then()
        .statusCode(200)
        .body("release", notNullValue())
        .body("lastAttempt.result", equalTo("ACTIVATED"));
    given().get("/q/health/ready").then().statusCode(200);
  }
}
