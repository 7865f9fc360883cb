package org.moderato.replay;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moderato.Api;
import org.moderato.ServedStrategy;
import org.moderato.release.workbook.TestWorkbooks;

/** An upload says what it would have answered to messages of the past. */
abstract class ImpactCase {

  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  private static final String HEADER = "Id | Category | Window | At most | Level\n";
  private static final String NEWS = "news | news | 1 day | 1 |\n";
  private static final String WEEK = "week | promotion | 7 days | 3 |\n";

  /** A sender of its own for each test: the log holds decisions of others too. */
  private final String sender = "impact-" + UUID.randomUUID();

  @BeforeEach
  void strategy() {
    ServedStrategy.use("impact", folder -> folder.workbook("caps.xlsx", caps(WEEK)));
  }

  private static TestWorkbooks caps(String rows) {
    return new TestWorkbooks().sheet("Frequency cap", HEADER + NEWS + rows);
  }

  private static JsonPath impactOf(String rows) {
    return given()
        .contentType(ContentType.BINARY)
        .body(caps(rows).bytes())
        .post("/v1/releases?author=maria&file=decision-tables/caps.xlsx")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .setRootPath("report.impact");
  }

  private String ask(String customer, Instant at) {
    String more = "'department': '%s', 'at': '%s'".formatted(sender, at);
    return Api.ask(Api.newId(), customer, "promotion", more)
        .statusCode(200)
        .extract()
        .path("outcome");
  }

  private List<Map<String, Object>> changes(JsonPath impact) {
    return impact.getList("changes.findAll { it.department == '" + sender + "' }");
  }

  private Map<String, Object> change(String from, String to, String policy, int count) {
    return Map.of(
        "from", from,
        "to", to,
        "policy", policy,
        "department", sender,
        "channel", "email",
        "count", count);
  }

  private static Instant hoursAgo(int hours) {
    return NOW.minus(Duration.ofHours(hours));
  }

  @Test
  void countsWhatALowerCapHoldsBack() {
    for (int i = 0; i < 11; i++) {
      String customer = Api.newId();
      assertThat(
              List.of(
                  ask(customer, hoursAgo(9)),
                  ask(customer, hoursAgo(8)),
                  ask(customer, hoursAgo(7)),
                  ask(customer, hoursAgo(6))))
          .containsExactly("SEND", "SEND", "SEND", "DEFER");
    }

    JsonPath impact = impactOf("week | promotion | 7 days | 2 |\n");

    assertThat(changes(impact))
        .containsExactlyInAnyOrder(
            change("SEND", "DEFER", "Frequency cap week", 11),
            change("DEFER", "DEFER", "Frequency cap week", 11));
    assertThat(impact.getBoolean("complete")).isTrue();
    assertThat(impact.getInt("skipped")).isZero();
    assertThat(impact.getInt("judged")).isGreaterThanOrEqualTo(44);
    assertThat(impact.getList("examples")).hasSize(20);
    Instant freed = hoursAgo(8).plus(Duration.ofDays(7));
    assertThat(impact.getMap("examples[0]"))
        .containsEntry("at", hoursAgo(6).toString())
        .containsEntry("from", "DEFER by email until " + hoursAgo(9).plus(Duration.ofDays(7)))
        .containsEntry("to", "DEFER by email until " + freed)
        .containsEntry("reason", "3 promotion contacts in 7 days; at most 2");
    assertThat(impact.getMap("examples[1]"))
        .containsEntry("at", hoursAgo(7).toString())
        .containsEntry("from", "SEND by email");
  }

  @Test
  void namesTheRowThatHeldBackWhatIsFreeNow() {
    String customer = Api.newId();
    for (int hours = 9; hours > 5; hours--) {
      ask(customer, hoursAgo(hours));
    }

    JsonPath impact = impactOf("week | promotion | 7 days | 4 |\n");

    assertThat(changes(impact)).containsExactly(change("DEFER", "SEND", "Frequency cap week", 1));
    assertThat(impact.getMap("examples[0]"))
        .containsEntry("to", "SEND by email")
        .doesNotContainKey("reason");
  }

  @Test
  void countsOlderContactsIfTheNewWindowReachesFurther() {
    String customer = Api.newId();
    ask(customer, hoursAgo(20 * 24));
    ask(customer, hoursAgo(19 * 24));
    ask(customer, hoursAgo(4));
    ask(customer, hoursAgo(3));
    // Nobody knew of it when the others were judged.
    Api.report(Api.newId(), customer, "promotion", "'at': '" + hoursAgo(10 * 24) + "'")
        .statusCode(201);

    assertThat(changes(impactOf("week | promotion | 30 days | 3 |\n")))
        .containsExactly(change("SEND", "DEFER", "Frequency cap week", 1));
  }

  @Test
  void countsContactsOfTheAccountIfTheNewRowDoes() {
    String one = Api.newId();
    String other = Api.newId();
    String account = "'account': '" + sender + "'";
    Api.put(one, account);
    Api.put(other, account);
    ask(one, hoursAgo(9));
    ask(other, hoursAgo(8));
    ask(one, hoursAgo(7));
    ask(other, hoursAgo(6));

    assertThat(changes(impactOf(WEEK + "firm | promotion | 7 days | 3 | account\n")))
        .containsExactly(change("SEND", "DEFER", "Frequency cap firm", 1));
  }

  @Test
  void findsNoneIfNothingIsDifferentButTheOrderOfRows() {
    ask(Api.newId(), hoursAgo(1));
    TestWorkbooks same = new TestWorkbooks().sheet("Frequency cap", HEADER + WEEK + NEWS);

    given()
        .contentType(ContentType.BINARY)
        .body(same.bytes())
        .post("/v1/releases?author=maria&file=decision-tables/caps.xlsx")
        .then()
        .statusCode(200)
        .body("report.impact.changes.size()", equalTo(0));
  }
}
