package org.moderato.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.moderato.Api.newId;
import static org.moderato.evaluation.TroubledJudgements.GONE;
import static org.moderato.evaluation.TroubledJudgements.HELD;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moderato.Api;
import org.moderato.OnH2;

/** What is answered without the database. */
@QuarkusTest
@TestProfile(OutageHttpTest.Watchful.class)
class OutageHttpTest {

  @TestHTTPResource("/v1/evaluations")
  URI evaluations;

  private final String customer = newId();

  /** A service that soon finds out that its database is gone. */
  public static class Watchful extends OnH2 {

    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      settings.put("moderato.outage.silence", "1s");
      settings.put("moderato.outage.memory", "3s");
      settings.put("moderato.outage.answer-within", "20s");
      settings.put("moderato.outage.ask-again", "7m");
      return settings;
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return Set.of(TroubledJudgements.class);
    }
  }

  @BeforeEach
  @AfterEach
  void awaitTheDatabase() {
    TroubledJudgements.useStrategy();
    TroubledJudgements.open();
    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> ask("security", "").statusCode(200));
  }

  private ValidatableResponse ask(String category, String topic) {
    return ask("/v1/evaluations", category, topic);
  }

  private ValidatableResponse ask(String path, String category, String topic) {
    return given()
        .contentType(ContentType.JSON)
        .body(AsyncClient.body(category, customer, topic))
        .post(path)
        .then();
  }

  @Test
  void eachClassGetsWhatIsDeclared() {
    Instant before = Instant.now();
    String at =
        ask("promotion", GONE)
            .statusCode(200)
            .header("Moderato-Release", notNullValue())
            .body("outcome", equalTo("DEFER"))
            .body("evaluationId", nullValue())
            .body("release", notNullValue())
            .body("findings", hasSize(1))
            .body("findings[0].kind", equalTo("degraded"))
            .body("findings[0].decisive", equalTo(true))
            .body("findings[0].provisional", equalTo(true))
            .extract()
            .path("at");

    assertThat(Instant.parse(at))
        .isBetween(before.plusSeconds(7 * 60), Instant.now().plusSeconds(7 * 60));
    assertUnavailable(ask("bill", GONE));
    assertUnavailable(ask("security", GONE));
    assertThat(given().get("/q/metrics").asString())
        .contains("moderato_outage_answers_total{answer=\"defer\",class=\"marketing\"}")
        .contains("moderato_outage_answers_total{answer=\"refuse\",class=\"vital\"}");
  }

  private static void assertUnavailable(ValidatableResponse response) {
    response
        .statusCode(503)
        .header("Retry-After", "1")
        .body("type", equalTo("urn:moderato:problem:unavailable"));
  }

  @Test
  void aDryRunIsRefused() {
    assertUnavailable(ask("/v1/evaluations?dryRun=true", "promotion", GONE));
  }

  @Test
  void remembersForAWhileAndThenAsksAgain() {
    ask("promotion", GONE).body("findings[0].kind", equalTo("degraded"));

    ask("promotion", "").body("findings[0].kind", equalTo("degraded"));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> ask("promotion", "").body("evaluationId", notNullValue()));
  }

  @Test
  void nothingIsRecordedOfWhatWasDeferred() {
    String stranger = newId();
    given()
        .contentType(ContentType.JSON)
        .body(AsyncClient.body("promotion", stranger, GONE))
        .post("/v1/evaluations")
        .then()
        .body("outcome", equalTo("DEFER"));

    Api.contacts(stranger).body("items", hasSize(0));
  }

  @Test
  void eachLineOfABatchGetsWhatIsDeclared() {
    List<String> answers =
        Api.lines(
            "/v1/evaluations/batch",
            List.of(
                AsyncClient.body("promotion", customer, GONE),
                AsyncClient.body("bill", customer, ""),
                AsyncClient.body("news", customer, "")));

    assertThat(answers.get(0)).contains("\"outcome\":\"DEFER\"", "degraded");
    assertThat(answers.get(1)).contains("\"status\":503", "urn:moderato:problem:unavailable");
    assertThat(answers.get(2)).contains("\"outcome\":\"DEFER\"", "degraded");
  }

  @Test
  void nobodyWaitsForADatabaseThatHangs() throws Exception {
    AsyncClient client = new AsyncClient(evaluations);
    CompletableFuture<HttpResponse<String>> held = client.ask("promotion", customer, HELD);
    TroubledJudgements.awaitHeld(1);
    CompletableFuture<HttpResponse<String>> behind = client.ask("promotion", customer, "behind");
    CompletableFuture<HttpResponse<String>> vital = client.ask("security", newId(), HELD);

    for (CompletableFuture<HttpResponse<String>> answer : List.of(held, behind)) {
      assertThat(answer.get(15, TimeUnit.SECONDS).body())
          .contains("\"outcome\":\"DEFER\"", "degraded");
    }
    assertThat(vital.get(15, TimeUnit.SECONDS).statusCode()).isEqualTo(503);
  }
}
