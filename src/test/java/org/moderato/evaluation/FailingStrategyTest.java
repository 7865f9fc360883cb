package org.moderato.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderato.TestFolder;

/** What senders see of a strategy that runs away: an error that names the rule, never a SEND. */
@QuarkusTest
@TestProfile(FailingStrategyTest.Strategy.class)
class FailingStrategyTest {

  /** A rule for each way to fail. */
  public static class Strategy implements QuarkusTestProfile {

    private static final String RULES =
        """
        package moderato.failing
        import org.moderato.strategy.fact.Message
        import org.moderato.strategy.rule.History
        global History history
        function int deep(int n) { return 1 + deep(n + 1); }
        rule "Loops" when $message : Message( category == "loop" ) then update($message); end
        rule "Recurses" when Message( category == "recursion" ) then deep(0); end
        rule "Throws" when Message( category == "exception", topic.length > 3 ) then end
        rule "Dawdles" when Message( category == "dawdling" ) then
          while (true) { history.count(null, null, "1 day"); }
        end
        """;

    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings =
          new HashMap<>(
              new TestFolder("failing")
                  .write("rules/failing.drl", RULES.getBytes(StandardCharsets.UTF_8))
                  .setting());
      // Long enough for a busy machine to find the other failures first.
      settings.put("moderato.evaluation.deadline", "3s");
      return settings;
    }
  }

  @TestHTTPResource("/v1/evaluations/batch")
  URI batch;

  private static String body(String customerId, String category) {
    return """
    {"messageId": "%s", "customerId": "%s", "channel": "email", "category": "%s",\
     "department": "marketing"}
    """
        .formatted(UUID.randomUUID(), customerId, category);
  }

  private static double failures(String kind) {
    String metrics = given().get("/q/metrics").asString();
    Matcher line =
        Pattern.compile("moderato_strategy_failures_total\\{kind=\"" + kind + "\".*} (\\S+)")
            .matcher(metrics);
    return line.find() ? Double.parseDouble(line.group(1)) : 0;
  }

  @ParameterizedTest
  @CsvSource({
    "loop, Loops, FIRING_LIMIT",
    "recursion, Recurses, RULE",
    "exception, Throws, RULE",
    "dawdling, Dawdles, DEADLINE"
  })
  void isAnErrorAndRecordsNothing(String category, String rule, String kind) {
    String customer = UUID.randomUUID().toString();
    double before = failures(kind);

    given()
        .contentType(ContentType.JSON)
        .body(body(customer, category))
        .post("/v1/evaluations")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:moderato:problem:strategy-failed"))
        .body("detail", containsString("rule \"" + rule + "\" (rules/failing.drl:"));

    assertThat(failures(kind)).isEqualTo(before + 1);
    given().get("/v1/customers/" + customer + "/evaluations").then().body("items", hasSize(0));
  }

  @Test
  void spoilsNoOtherMessageOfABatch() throws Exception {
    String customer = UUID.randomUUID().toString();

    List<String> answers =
        BatchClient.send(
            batch,
            List.of(
                body(customer, "promotion"), body(customer, "loop"), body(customer, "promotion")));

    assertThat(answers).hasSize(3);
    assertThat(BatchClient.allowed(answers)).isEqualTo(2);
    assertThat(answers.get(1)).contains("strategy-failed");
  }
}
