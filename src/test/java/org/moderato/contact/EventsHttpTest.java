package org.moderato.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.moderato.Api.ask;
import static org.moderato.Api.event;
import static org.moderato.Api.lines;
import static org.moderato.Api.link;
import static org.moderato.Api.newId;
import static org.moderato.Api.post;
import static org.moderato.Api.tell;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.moderato.OnH2;

@QuarkusTest
@TestProfile(OnH2.class)
class EventsHttpTest extends LedgerCase {

  private final String customer = newId();

  private static String in(int minutes) {
    return Instant.now().plus(minutes, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MICROS) + "'";
  }

  private static String complaint(String more) {
    return "'situation': 'complaint', 'reference': 'R-1'" + more;
  }

  private ValidatableResponse survey(String id) {
    return ask(newId(), id, "survey", "");
  }

  @Test
  void aSituationIsOverForAllIdsOfAPerson() {
    String other = newId();
    tell(customer, complaint("")).statusCode(201);
    link(customer, other);

    tell(other, complaint(", 'endsAt': '" + in(0))).statusCode(201);

    survey(customer).body("outcome", equalTo("SEND"));
  }

  @Test
  void anEndBeforeTheKnownBeginningEndsItAtOnce() {
    tell(customer, complaint("")).statusCode(201);

    tell(customer, complaint(", 'endsAt': '" + in(-60))).statusCode(201);

    survey(customer).body("outcome", equalTo("SEND"));
  }

  @Test
  void anEndWithItsBeginningEndsTheOpenSituationToo() {
    tell(customer, complaint(", 'startsAt': '" + in(-60))).statusCode(201);

    tell(customer, complaint(", 'startsAt': '" + in(-60) + ", 'endsAt': '" + in(-1)))
        .statusCode(201);

    survey(customer).body("outcome", equalTo("SEND"));
  }

  @Test
  void aSituationEndsEarlierThanPlanned() {
    tell(customer, complaint(", 'startsAt': '" + in(-60) + ", 'endsAt': '" + in(600)))
        .statusCode(201);
    survey(customer).body("outcome", equalTo("DEFER"));

    tell(customer, complaint(", 'endsAt': '" + in(0))).statusCode(201);

    survey(customer).body("outcome", equalTo("SEND"));
  }

  @Test
  void onlyTheCaseThatIsNamedIsOver() {
    tell(customer, "'situation': 'complaint', 'reference': 'R-1'").statusCode(201);
    tell(customer, "'situation': 'complaint', 'reference': 'R-2'").statusCode(201);

    tell(customer, complaint(", 'endsAt': '" + in(0))).statusCode(201);

    survey(customer).body("outcome", equalTo("DEFER"));
  }

  @Test
  void nothingIsDoneInTheFuture() {
    tell(customer, "'response': 'unsubscribe', 'at': '9999-01-01T00:00:00Z'")
        .statusCode(422)
        .body("errors.field", contains("at"));
  }

  @Test
  void anOptOutOfOneIdHoldsForAllOfThem() {
    String other = newId();
    link(customer, other);

    tell(customer, "'response': 'unsubscribe', 'channel': 'email'").statusCode(201);

    ask(newId(), other, "news", "")
        .body("outcome", equalTo("SUPPRESS"))
        .body("findings.kind", hasItem("consent"));
  }

  @Test
  void anEventIsEitherAResponseOrASituationAndAllErrorsAreNamed() {
    tell(customer, "'at': 'now'").statusCode(422).body("errors.field", hasItems("at", "response"));
    tell(customer, complaint(", 'startsAt': '" + in(0) + ", 'endsAt': '" + in(-9) + ", 'kind': 1"))
        .statusCode(422)
        .body("errors.field", hasItems("endsAt", "kind"));
    tell(customer, "'response': ' '").statusCode(422).body("errors.field", contains("response"));
    tell(customer, "'response': 'click', 'reference': 'R-1'")
        .statusCode(422)
        .body("errors.field", contains("reference"));
  }

  @Test
  void anIdIsUsedForOneEventOfASender() {
    String told = event(customer, "'response': 'click'");
    post("/v1/events", told).statusCode(201).body("replayed", equalTo(false));
    post("/v1/events", told).statusCode(200).body("replayed", equalTo(true));

    post("/v1/events", told.replace("click", "reply")).statusCode(422);
    post("/v1/events", told.replace(customer, newId())).statusCode(422);
    post("/v1/events", told.replace("care", "sales")).statusCode(201);
  }

  @Test
  void tellsManyEventsOneALine() {
    String told = event(customer, "'response': 'click'");

    List<String> answers =
        lines("/v1/events", List.of(told, told, "{\"eventId\": 7}", event(newId(), complaint(""))));

    assertThat(answers).hasSize(4);
    assertThat(answers.get(0)).contains("\"replayed\":false");
    assertThat(answers.get(1)).contains("\"replayed\":true");
    assertThat(answers.get(2)).contains("\"line\":3", "\"status\":422");
    assertThat(answers.get(3)).contains("\"replayed\":false");
  }
}
