package org.moderato.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.moderato.Api.newId;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moderato.OnH2;

/** More to do than two workers can, one of them for vital messages. */
@QuarkusTest
@TestProfile(OverloadHttpTest.Small.class)
class OverloadHttpTest {

  private static final int MARKETING_UNTIL = 2;
  private static final int STANDARD_UNTIL = 4;

  @TestHTTPResource("/v1/evaluations")
  URI evaluations;

  private final List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();

  /** A service that is soon overloaded. */
  public static class Small extends OnH2 {

    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      settings.put("moderato.overload.workers", "3");
      settings.put("moderato.overload.reserved", "1");
      settings.put("moderato.overload.marketing-until", "" + MARKETING_UNTIL);
      settings.put("moderato.overload.standard-until", "" + STANDARD_UNTIL);
      settings.put("moderato.overload.patience", "4s");
      return settings;
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return Set.of(TroubledJudgements.class);
    }
  }

  @BeforeEach
  void strategy() {
    TroubledJudgements.useStrategy();
  }

  @AfterEach
  void letAllGo() {
    TroubledJudgements.open();
    waiting.forEach(CompletableFuture::join);
  }

  private CompletableFuture<HttpResponse<String>> ask(
      String category, String customer, String topic) {
    CompletableFuture<HttpResponse<String>> answer =
        new AsyncClient(evaluations).ask(category, customer, topic);
    waiting.add(answer);
    return answer;
  }

  private static HttpResponse<String> answer(CompletableFuture<HttpResponse<String>> future)
      throws Exception {
    return future.get(20, TimeUnit.SECONDS);
  }

  private static double metric(String name) {
    return given()
        .get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
        .sum();
  }

  private static void awaitWaiting(String messageClass, int number) {
    String name = "moderato_overload_waiting{class=\"" + messageClass + "\"}";
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(metric(name)).isEqualTo(number));
  }

  private void occupyWorkers() {
    for (int i = 0; i < 2; i++) {
      ask("bill", newId(), TroubledJudgements.HELD);
    }
    TroubledJudgements.awaitHeld(2);
  }

  @Test
  void refusesMarketingFirstThenStandardAndAnswersVitalMessages() throws Exception {
    String refused = "moderato_overload_refused_total{class=\"marketing\",reason=\"full\"}";
    double before = metric(refused);
    occupyWorkers();
    for (int i = 0; i < MARKETING_UNTIL; i++) {
      ask("promotion", newId(), "offer");
    }
    awaitWaiting("marketing", MARKETING_UNTIL);

    assertOverloaded(answer(ask("promotion", newId(), "offer")));
    for (int i = MARKETING_UNTIL; i < STANDARD_UNTIL; i++) {
      ask("bill", newId(), "invoice");
    }
    awaitWaiting("standard", STANDARD_UNTIL - MARKETING_UNTIL);
    assertOverloaded(answer(ask("bill", newId(), "invoice")));
    assertThat(answer(ask("security", newId(), "fraud")).statusCode()).isEqualTo(200);
    assertThat(metric(refused)).isEqualTo(before + 1);
  }

  private static void assertOverloaded(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("Retry-After")).contains("1");
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(response.body())
        .contains("urn:moderato:problem:overloaded", "\"instance\":\"/v1/evaluations\"");
  }

  @Test
  void refusesWhoWaitedTooLong() throws Exception {
    occupyWorkers();

    assertOverloaded(answer(ask("bill", newId(), "invoice")));
  }

  @Test
  void dryRunsAreAdmittedToo() throws Exception {
    occupyWorkers();
    AsyncClient client = new AsyncClient(evaluations);

    assertOverloaded(answer(client.ask("?dryRun=true", "promotion", newId(), "offer")));
    assertThat(answer(client.ask("?dryRun=true", "legal", newId(), "offer")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void oneCustomerKeepsOneWorker() throws Exception {
    String hot = newId();
    ask("bill", hot, TroubledJudgements.HELD);
    TroubledJudgements.awaitHeld(1);
    ask("bill", hot, "invoice");
    ask("bill", hot, "invoice");
    awaitWaiting("standard", 2);

    assertThat(answer(ask("bill", newId(), "invoice")).statusCode()).isEqualTo(200);
  }
}
