package org.moderato.contact;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.moderato.Api.ask;
import static org.moderato.Api.confirm;
import static org.moderato.Api.contacts;
import static org.moderato.Api.get;
import static org.moderato.Api.lines;
import static org.moderato.Api.message;
import static org.moderato.Api.newId;
import static org.moderato.Api.put;
import static org.moderato.Api.release;
import static org.moderato.Api.report;
import static org.moderato.Api.tell;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.moderato.OnH2;

@QuarkusTest
@TestProfile(OnH2.class)
class LedgerHttpTest extends LedgerCase {

  private final String customer = newId();
  private final String id = newId();

  @Test
  void aRecordedContactCounts() {
    report(id, customer, "promotion", "").statusCode(201).body("status", equalTo("sent"));
    report(id, customer, "promotion", "").statusCode(200);

    ask(newId(), customer, "promotion", "").body("outcome", equalTo("DEFER"));
    contacts(customer).body("items", hasSize(1)).body("items[0].messageId", equalTo(id));
  }

  @Test
  void aLateContactPutsAPastWindowOverItsCap() {
    String lastMonth = Instant.now().minusSeconds(30L * 86_400).toString();
    report(id, customer, "promotion", "'at': '" + lastMonth + "'").statusCode(201);
    report(newId(), customer, "promotion", "'at': '" + lastMonth + "'").statusCode(201);

    ask(newId(), customer, "promotion", "").body("outcome", equalTo("SEND"));
  }

  @Test
  void anIdBelongsToOneCustomer() {
    report(id, customer, "promotion", "").statusCode(201);

    report(id, newId(), "promotion", "")
        .statusCode(422)
        .body("type", equalTo("urn:moderato:problem:message-id-reused"));
  }

  @Test
  void plannedContactsDoNotCountUntilTheyAreMade() {
    report(id, customer, "promotion", "'status': 'planned', 'priority': 80")
        .statusCode(201)
        .body("status", equalTo("planned"));

    String other = newId();
    ask(other, customer, "promotion", "").body("outcome", equalTo("SEND"));
    release(other).statusCode(200);
    report(id, customer, "promotion", "").statusCode(200).body("status", equalTo("sent"));
    ask(newId(), customer, "promotion", "").body("outcome", equalTo("DEFER"));
  }

  @Test
  void namesTheSendersOfAnIdThatSeveralUsed() {
    report(id, customer, "promotion", "").statusCode(201);
    report(id, newId(), "promotion", "'department': 'sales'").statusCode(201);

    release(id)
        .statusCode(409)
        .body("detail", containsString("marketing"))
        .body("detail", containsString("sales"));
    given()
        .post("/v1/contacts/" + id + "/release?department=Sales")
        .then()
        .statusCode(200)
        .body("department", equalTo("sales"));
    contacts(customer).body("items[0].status", equalTo("sent"));
    given().post("/v1/contacts/" + id + "/confirm?department=billing").then().statusCode(404);
    confirm("unknown", "").statusCode(404);
  }

  @Test
  void whatHoldsNoSlotCannotBeResolved() {
    report(newId(), customer, "promotion", "").statusCode(201);
    ask(id, customer, "promotion", "").body("outcome", equalTo("DEFER"));

    confirm(id, "").statusCode(409);
    release(id).statusCode(409);
  }

  @Test
  void accountsAndHouseholdsAreCountedOverTheirPeople() {
    for (Map.Entry<String, String> group :
        Map.of("account", "outreach", "household", "bill").entrySet()) {
      String name = newId();
      for (int i = 0; i < 3; i++) {
        String person = newId();
        put(person, "'%s': '%s', 'country': 'de'".formatted(group.getKey(), name))
            .statusCode(201)
            .body(group.getKey(), equalTo(name))
            .body("country", equalTo("DE"));
        ask(newId(), person, group.getValue(), "")
            .body("outcome", equalTo(i < 2 ? "SEND" : "DEFER"));
      }
    }
  }

  @Test
  void anOpenComplaintHoldsBackUntilItIsClosed() {
    tell(customer, "'situation': 'complaint'").statusCode(201);

    ask(newId(), customer, "survey", "")
        .body("outcome", equalTo("DEFER"))
        .body("findings.provisional", hasItem(true));
    tell(customer, "'situation': 'complaint', 'endsAt': '" + Instant.now() + "'").statusCode(201);
    ask(newId(), customer, "survey", "").body("outcome", equalTo("SEND"));
  }

  @Test
  void anUnsubscriptionIsAnOptOut() {
    ask(id, customer, "promotion", "").body("outcome", equalTo("SEND"));
    tell(customer, "'response': 'unsubscribe', 'messageId': '" + id + "'").statusCode(201);

    ask(newId(), customer, "news", "")
        .body("outcome", equalTo("SUPPRESS"))
        .body("findings.kind", hasItem("consent"));
    get("/v1/customers/" + customer)
        .body("consent[0].channel", equalTo("email"))
        .body("consent[0].status", equalTo("opt-out"));
    // What the customer said is not lost when the organisation writes what it knows.
    put(customer, "").statusCode(200);
    ask(newId(), customer, "news", "").body("outcome", equalTo("SUPPRESS"));
  }

  @Test
  void recordsManyContactsOneALine() {
    List<String> answers =
        lines(
            "/v1/contacts",
            List.of(
                message(newId(), customer, "promotion", ""),
                "{\"messageId\": 7}",
                message(newId(), customer, "promotion", "")));

    assertThat(answers).hasSize(3);
    assertThat(answers.get(1)).contains("\"line\":2", "\"status\":422");
    contacts(customer).body("items", hasSize(2));
  }

  @Test
  void contactsArePaged() {
    for (int i = 0; i < 3; i++) {
      report(newId(), customer, "promotion", "").statusCode(201);
    }

    String next =
        get("/v1/customers/" + customer + "/contacts?limit=2")
            .body("items", hasSize(2))
            .extract()
            .path("next");
    get("/v1/customers/" + customer + "/contacts?limit=2&cursor=" + next)
        .body("items", hasSize(1))
        .body("next", nullValue());
  }

  @Test
  void namesWrongFieldsOfACustomer() {
    put(
            customer,
            "'country': 'Germany', 'zone': 'Mars/Olympus', 'consent': [{'status': 'maybe'}],"
                + " 'account': ' ', 'zoned': 1")
        .statusCode(422)
        .body("errors.field", hasItems("country", "zone", "consent[0].status", "account", "zoned"));
  }
}
