package org.moderato.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.moderato.TestFolder;
import org.moderato.release.workbook.TestWorkbooks;

@QuarkusTest
@TestProfile(EvaluationResourceTest.Strategy.class)
class EvaluationResourceTest {

  /** One email in a day, one text message ever. */
  public static class Strategy implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return new TestFolder("evaluation")
          .workbook(
              "caps.xlsx",
              new TestWorkbooks()
                  .sheet(
                      "Vocabularies", "Channel | Category\nemail | promotion\nsms | news\npush | ")
                  .sheet(
                      "Frequency cap",
                      """
                      Id   | Channel | Window | At most | Level
                      mail | email   | 1 day  | 1       |
                      text | sms     | ever   | 1       |
                      firm | push    | 7 days | 1       | account
                      """))
          .setting();
    }
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
  void boundsTimes() {
    String longAgo = Instant.now().minus(1, ChronoUnit.HOURS).toString();
    ask(body(newId(), newId(), "email", ", \"at\": \"" + longAgo + "\""))
        .statusCode(422)
        .body("errors[0].field", equalTo("at"));
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
  void givesAStoredVerdictWithWhatWasSeen() {
    String customer = newId();
    ask(body(newId(), customer, "email", ""));
    String id = ask(body(newId(), customer, "email", "")).extract().path("evaluationId");

    String stored =
        given()
            .get("/v1/evaluations/" + id)
            .then()
            .statusCode(200)
            .body("answer.outcome", equalTo("DEFER"))
            .body("message.channel", equalTo("email"))
            .body("facts.contacts", hasSize(1))
            .extract()
            .asString();

    assertThat(stored).doesNotContain(customer);
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
