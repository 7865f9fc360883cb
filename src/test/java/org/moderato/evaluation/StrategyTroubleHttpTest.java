package org.moderato.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderato.TestFolder;
import org.moderato.http.LogRecords;
import org.moderato.release.workbook.TestWorkbooks;

/** Rules that run away, a strategy that stops everything, words that nobody knows. */
@QuarkusTest
@TestProfile(StrategyTroubleHttpTest.Strategy.class)
class StrategyTroubleHttpTest {

  private static final String RUNAWAYS =
      """
      package moderato.rules

      import org.moderato.strategy.fact.Message
      import org.moderato.strategy.rule.History

      global History history

      rule "Fails"
      when Message( topic == "exception" )
      then history.count(null, null, "five");
      end

      rule "Has much to compare"
      when Message( topic == "endless" )
      then
          insert("1"); insert("2"); insert("3"); insert("4"); insert("5"); insert("6"); insert("7"); insert("8"); insert("9"); insert("10");
          insert("11"); insert("12"); insert("13"); insert("14"); insert("15"); insert("16"); insert("17"); insert("18"); insert("19"); insert("20");
          insert("21"); insert("22"); insert("23"); insert("24"); insert("25"); insert("26"); insert("27"); insert("28"); insert("29"); insert("30");
          insert("31"); insert("32"); insert("33"); insert("34"); insert("35"); insert("36"); insert("37"); insert("38"); insert("39"); insert("40");
      end

      rule "Never ends"
      when
          String() String() String() String()
          eval( history.count(null, null, "1 day") < 0 )
      then
          insert(0);
      end

      rule "Begins to loop"
      when Message( topic == "loop" )
      then insert(1);
      end

      rule "Loops"
      when $number : Integer()
      then insert($number + 1);
      end
      """;

  private static TestFolder folder;

  private static TestWorkbooks vocabularies() {
    return new TestWorkbooks()
        .sheet("Vocabularies", "Channel | Category\nemail | promotion\nsms | news\npush | ");
  }

  /** Refuses unknown words, and holds rules that must not be trusted. */
  public static class Strategy implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      folder =
          new TestFolder("trouble")
              .write("rules/runaways.drl", RUNAWAYS.getBytes(StandardCharsets.UTF_8))
              .workbook("vocabularies.xlsx", vocabularies());
      Map<String, String> settings = new HashMap<>(folder.setting());
      settings.put("moderato.vocabulary.strict", "true");
      settings.put("moderato.strategy.four-eyes", "true");
      settings.put("moderato.evaluation.deadline", "3s");
      return settings;
    }
  }

  private static ValidatableResponse ask(String customer, String more) {
    return given()
        .contentType(ContentType.JSON)
        .body(
            """
            {"messageId": "%s", "customerId": "%s", "department": "marketing"%s}
            """
                .formatted(UUID.randomUUID(), customer, more))
        .post("/v1/evaluations")
        .then();
  }

  private static String usual(String more) {
    return ", \"channel\": \"email\", \"category\": \"promotion\"" + more;
  }

  @ParameterizedTest
  @ValueSource(strings = {"exception", "endless", "loop"})
  void aRunawayIsAnErrorAndNeverASend(String topic) {
    String customer = UUID.randomUUID().toString();

    ask(customer, usual(", \"topic\": \"" + topic + "\""))
        .statusCode(503)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:moderato:problem:strategy-failed"))
        .body("detail", containsString("rule \""));

    ask(customer, usual("")).statusCode(200).body("outcome", equalTo("SEND"));
    given().get("/v1/customers/{id}/contacts", customer).then().body("items", hasSize(1));
    assertThat(given().get("/q/metrics").asString()).contains("moderato_strategy_failures_total");
  }

  @Test
  void noTroubleTellsTheLogWhoTheCustomerIs() {
    String customer = "canary-" + UUID.randomUUID();
    try (LogRecords log = new LogRecords()) {
      for (String topic : List.of("exception", "loop")) {
        ask(customer, usual(", \"topic\": \"" + topic + "\"")).statusCode(503);
      }
      ask(customer, usual(", \"reserveFor\": \"PT25H\"")).statusCode(422);
      ask(customer, usual(", \"chanel\": \"email\"")).statusCode(422);
      ask(customer, ", \"channel\": \"emial\", \"category\": \"promotion\"").statusCode(422);
      ask(customer, usual(", \"topic\": ")).statusCode(400);
      given().post("/v1/contacts/{id}/confirm?department=x", customer).then().statusCode(404);
      given().get("/v1/customers/{id}/contacts?limit=many", customer).then().statusCode(422);

      assertThat(log.texts()).isNotEmpty().noneMatch(text -> text.contains(customer));
    }
  }

  @Test
  void aReleaseNeedsTwoPeopleWhereFourEyesAreWanted() {
    String draft =
        given()
            .contentType(ContentType.BINARY)
            .body(vocabularies().bytes())
            .post("/v1/releases?author=maria&file=decision-tables/more.xlsx")
            .then()
            .statusCode(200)
            .extract()
            .path("id");

    act(draft, "approve", "maria").statusCode(409).body("detail", containsString("the author"));
    act(draft, "publish", "jan").statusCode(409).body("detail", containsString("approved"));
    act(draft, "approve", "jan").statusCode(200).body("state", equalTo("APPROVED"));
    act(draft, "publish", "Maria").statusCode(409);
  }

  private static ValidatableResponse act(String release, String what, String by) {
    return given()
        .contentType(ContentType.JSON)
        .body("{\"by\": \"" + by + "\"}")
        .post("/v1/releases/{id}/" + what, release)
        .then();
  }

  @Test
  void refusesWhatIsLongPast() {
    String longAgo = Instant.now().minus(Duration.ofHours(1)).toString();
    ask("anybody", usual(", \"at\": \"" + longAgo + "\""))
        .statusCode(422)
        .body("errors[0].field", equalTo("at"));
  }

  @Test
  void threeFailuresWithinAMinuteMakeAReleaseSuspect() {
    String before = status().extract().path("release");
    folder.workbook(
        "caps.xlsx",
        new TestWorkbooks().sheet("Frequency cap", "Id | Window | At most\nfresh | 7 days | 99"));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> status().body("release", not(before)).body("suspect", equalTo(null)));

    for (int i = 0; i < 3; i++) {
      ask("anybody", usual(", \"topic\": \"exception\"")).statusCode(503);
    }

    status().body("suspect.reason", containsString("\"Fails\""));
    assertThat(given().get("/q/metrics").asString()).contains("moderato_strategy_suspect 1.0");
  }

  @Test
  void aSuppressionOfEverythingIsShownAsAnEmergencyStop() {
    folder.workbook(
        "stop.xlsx",
        new TestWorkbooks()
            .sheet(
                "Suppression",
                """
                Id   | Category | Situation | Why
                all  |          |           | The mail engine has gone mad
                some | news     |           |
                sad  |          | complaint |
                """));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                status()
                    .body("emergencyStops", hasSize(1))
                    .body("emergencyStops[0].row", equalTo("all"))
                    .body("emergencyStops[0].source.sheet", equalTo("Suppression"))
                    .body("emergencyStops[0].why", equalTo("The mail engine has gone mad")));
    ask("anybody", usual("")).body("outcome", equalTo("SUPPRESS"));
    assertThat(given().get("/q/metrics").asString())
        .contains("moderato_strategy_emergency_stops 1.0");

    folder.workbook("stop.xlsx", new TestWorkbooks().sheet("Suppression", "Id | Category"));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> status().body("emergencyStops", empty()));
  }

  private static ValidatableResponse status() {
    return given().get("/v1/strategy/status").then();
  }

  @Test
  void refusesUnknownWordsWithASuggestion() {
    ask(
            "anybody",
            """
            , "channel": "emial", "category": "promotion", "alternatives": ["push", "puhs"]
            """)
        .statusCode(422)
        .body("type", equalTo("urn:moderato:problem:invalid"))
        .body("errors.field", hasItems("channel", "alternatives[1]"))
        .body("errors.message", hasItems(containsString("did you mean email?")))
        .body("errors", hasSize(2));
    assertThat(given().get("/q/metrics").asString())
        .contains("moderato_vocabulary_unknown_total{attribute=\"channel\"}");
  }
}
