package org.moderato.contact;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.moderato.TestFolder;
import org.moderato.release.workbook.TestWorkbooks;

@QuarkusTest
@TestProfile(LedgerEndpointsTest.Strategy.class)
class LedgerEndpointsTest {

  /** One contact a week for a person, two for an account; complaints hold promotions back. */
  public static class Strategy implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return new TestFolder("ledger")
          .workbook(
              "caps.xlsx",
              new TestWorkbooks()
                  .sheet(
                      "Frequency cap",
                      """
                      Id   | Category  | Window | At most | Level
                      week | promotion | 7 days | 1       |
                      firm | outreach  | 7 days | 2       | account
                      """)
                  .sheet(
                      "Suppression",
                      """
                      Id        | Category | Situation | Outcome
                      complaint | survey   | complaint | wait
                      """))
          .setting();
    }
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }

  private static ValidatableResponse post(String path, String body) {
    return given().contentType(ContentType.JSON).body(body).post(path).then();
  }

  private static ValidatableResponse ask(String id, String customer, String category, String more) {
    return post(
        "/v1/evaluations",
        """
        {"messageId": "%s", "customerId": "%s", "channel": "email", "category": "%s",
         "department": "marketing"%s}
        """
            .formatted(id, customer, category, more));
  }

  private static String contact(String id, String customer, String more) {
    return """
        {"messageId": "%s", "customerId": "%s", "channel": "email", "category": "promotion",
         "department": "marketing"%s}
        """
        .formatted(id, customer, more);
  }

  @Test
  void aRecordedContactCounts() {
    String customer = newId();
    String id = newId();

    post("/v1/contacts", contact(id, customer, "")).statusCode(201).body("status", equalTo("sent"));
    post("/v1/contacts", contact(id, customer, "")).statusCode(200);

    ask(newId(), customer, "promotion", "").body("outcome", equalTo("DEFER"));
    given()
        .get("/v1/customers/" + customer + "/contacts")
        .then()
        .body("items", hasSize(1))
        .body("items[0].messageId", equalTo(id));
  }

  @Test
  void anOutcomeThatDoesNotCountGivesCapacityBack() {
    String customer = newId();
    String id = newId();
    ask(id, customer, "promotion", "").body("outcome", equalTo("SEND"));

    post("/v1/contacts", contact(id, customer, ", \"outcome\": \"aborted\""))
        .statusCode(200)
        .body("outcome", equalTo("aborted"));

    ask(newId(), customer, "promotion", "").body("outcome", equalTo("SEND"));
  }

  @Test
  void aContactDespiteTheVerdictIsRecordedAndMarked() {
    String customer = newId();
    String id = newId();
    ask(newId(), customer, "promotion", "");
    ask(id, customer, "promotion", "").body("outcome", equalTo("DEFER"));

    post("/v1/contacts", contact(id, customer, ""))
        .statusCode(201)
        .body("despiteVerdict", equalTo(true));
    post("/v1/contacts", contact(id, newId(), "")).statusCode(422);
  }

  @Test
  void plannedContactsDoNotCountUntilTheyAreMade() {
    String customer = newId();
    String id = newId();
    post("/v1/contacts", contact(id, customer, ", \"status\": \"planned\", \"priority\": 80"))
        .statusCode(201)
        .body("status", equalTo("planned"));

    String other = newId();
    ask(other, customer, "promotion", "").body("outcome", equalTo("SEND"));
    post("/v1/contacts/" + other + "/release", "").statusCode(200);
    post("/v1/contacts", contact(id, customer, "")).statusCode(200).body("status", equalTo("sent"));
    ask(newId(), customer, "promotion", "").body("outcome", equalTo("DEFER"));
  }

  @Test
  void aReservationIsConfirmedOrReleasedOnce() {
    String customer = newId();
    String confirmed = newId();
    ask(confirmed, customer, "promotion", ", \"reserveFor\": \"PT10M\"");
    post("/v1/contacts/" + confirmed + "/confirm", "")
        .statusCode(200)
        .body("status", equalTo("sent"));
    post("/v1/contacts/" + confirmed + "/confirm", "").statusCode(200);
    ask(newId(), customer, "promotion", "").body("outcome", equalTo("DEFER"));

    String other = newId();
    String released = newId();
    ask(released, other, "promotion", ", \"reserveFor\": \"PT10M\"");
    post("/v1/contacts/" + released + "/release", "")
        .statusCode(200)
        .body("status", equalTo("released"));
    post("/v1/contacts/" + released + "/release", "").statusCode(200);
    post("/v1/contacts/" + released + "/confirm", "").statusCode(409);
    ask(newId(), other, "promotion", "").body("outcome", equalTo("SEND"));
  }

  @Test
  void anExpiredReservationGivesItsSlotBack() {
    String customer = newId();
    String id = newId();
    ask(id, customer, "promotion", ", \"reserveFor\": \"PT1S\"").body("outcome", equalTo("SEND"));

    Awaitility.await()
        .pollDelay(Duration.ofMillis(1100))
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                given()
                        .contentType(ContentType.JSON)
                        .post("/v1/contacts/" + id + "/confirm")
                        .statusCode()
                    == 409);
    ask(newId(), customer, "promotion", "").body("outcome", equalTo("SEND"));
    post("/v1/contacts/" + id + "/confirm", "{\"sentAt\": \"2026-01-01T00:00:00Z\"}")
        .statusCode(200)
        .body("confirmedLate", equalTo(true));
  }

  @Test
  void namesTheSendersOfAnIdThatSeveralUsed() {
    String id = newId();
    post("/v1/contacts", contact(id, newId(), "")).statusCode(201);
    post("/v1/contacts", contact(id, newId(), "").replace("\"marketing\"", "\"sales\""))
        .statusCode(201);

    post("/v1/contacts/" + id + "/release", "")
        .statusCode(409)
        .body("detail", containsString("sales"));
    post("/v1/contacts/" + id + "/release?department=Sales", "").statusCode(200);
    post("/v1/contacts/unknown/release", "").statusCode(404);
  }

  @Test
  void linkedIdsShareTheirHistory() {
    String one = newId();
    String other = newId();
    ask(newId(), one, "promotion", "").body("outcome", equalTo("SEND"));

    given().put("/v1/customers/" + one + "/links/" + other).then().statusCode(204);
    ask(newId(), other, "promotion", "").body("outcome", equalTo("DEFER"));
    given().delete("/v1/customers/" + other + "/links/" + one).then().statusCode(204);
    ask(newId(), other, "promotion", "").body("outcome", equalTo("SEND"));
  }

  @Test
  void anAccountIsCountedOverItsPeople() {
    String account = newId();
    for (int i = 0; i < 3; i++) {
      String customer = newId();
      given()
          .contentType(ContentType.JSON)
          .body(
              "{\"account\": \"%s\", \"zone\": \"Europe/Berlin\", \"country\": \"de\"}"
                  .formatted(account))
          .put("/v1/customers/" + customer)
          .then()
          .statusCode(201)
          .body("account", equalTo(account))
          .body("country", equalTo("DE"));
      ask(newId(), customer, "outreach", "").body("outcome", equalTo(i < 2 ? "SEND" : "DEFER"));
    }
  }

  @Test
  void anOpenComplaintHoldsBackUntilItIsClosed() {
    String customer = newId();
    String event =
        """
        {"eventId": "%s", "customerId": "%s", "department": "care", "situation": "complaint"%s}
        """;
    String opened = event.formatted(newId(), customer, "");
    post("/v1/events", opened).statusCode(201);
    post("/v1/events", opened).statusCode(200).body("replayed", equalTo(true));
    post("/v1/events", opened.replace("complaint", "bereavement")).statusCode(422);

    ask(newId(), customer, "survey", "")
        .body("outcome", equalTo("DEFER"))
        .body("findings.provisional", hasItem(true));
    post(
            "/v1/events",
            event.formatted(newId(), customer, ", \"endsAt\": \"" + Instant.now() + "\""))
        .statusCode(201);
    ask(newId(), customer, "survey", "").body("outcome", equalTo("SEND"));
  }

  @Test
  void anUnsubscriptionIsAnOptOut() {
    String customer = newId();
    String id = newId();
    ask(id, customer, "promotion", "").body("outcome", equalTo("SEND"));
    post(
            "/v1/events",
            """
            {"eventId": "%s", "customerId": "%s", "department": "mail", "response": "unsubscribe",
             "messageId": "%s"}
            """
                .formatted(newId(), customer, id))
        .statusCode(201);

    ask(newId(), customer, "news", "")
        .body("outcome", equalTo("SUPPRESS"))
        .body("findings.kind", hasItem("consent"));
    given()
        .get("/v1/customers/" + customer)
        .then()
        .body("consent[0].channel", equalTo("email"))
        .body("consent[0].status", equalTo("opt-out"));
    // What the customer said is not lost when the organisation writes what it knows.
    given()
        .contentType(ContentType.JSON)
        .body("{}")
        .put("/v1/customers/" + customer)
        .then()
        .statusCode(200);
    ask(newId(), customer, "news", "").body("outcome", equalTo("SUPPRESS"));
  }

  @Test
  void recordsManyContactsOneALine() {
    String customer = newId();
    String lines =
        contact(newId(), customer, "").replace("\n", "")
            + "\n{\"messageId\": 7}\n"
            + contact(newId(), customer, "").replace("\n", "");

    String answers =
        given()
            .config(
                RestAssured.config()
                    .encoderConfig(
                        EncoderConfig.encoderConfig()
                            .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
            .contentType("application/x-ndjson")
            .body(lines)
            .post("/v1/contacts")
            .then()
            .statusCode(200)
            .extract()
            .asString();

    assertThat(answers.lines().toList()).hasSize(3);
    assertThat(answers.lines().toList().get(1)).contains("\"line\":2", "\"status\":422");
    given().get("/v1/customers/" + customer + "/contacts").then().body("items", hasSize(2));
  }

  @Test
  void namesWrongFieldsOfACustomer() {
    given()
        .contentType(ContentType.JSON)
        .body("{\"country\": \"Germany\", \"consent\": [{\"status\": \"maybe\"}], \"zoned\": 1}")
        .put("/v1/customers/" + newId())
        .then()
        .statusCode(422)
        .body("errors.field", hasItem("country"))
        .body("errors.field", hasItem("consent[0].status"))
        .body("errors.field", hasItem("zoned"));
  }
}
