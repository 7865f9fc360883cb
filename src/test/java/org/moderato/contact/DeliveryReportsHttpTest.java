package org.moderato.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.moderato.Api.ask;
import static org.moderato.Api.contacts;
import static org.moderato.Api.get;
import static org.moderato.Api.newId;
import static org.moderato.Api.release;
import static org.moderato.Api.report;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderato.OnH2;

@QuarkusTest
@TestProfile(OnH2.class)
class DeliveryReportsHttpTest extends LedgerCase {

  private final String customer = newId();
  private final String id = newId();

  private static Instant inHours(int hours) {
    return Instant.now().plus(hours, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MICROS);
  }

  private static double despite() {
    String name = "moderato_contacts_despite_verdict_total ";
    return get("/q/metrics")
        .extract()
        .asString()
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
        .findFirst()
        .orElse(0);
  }

  private void isDeferred() {
    report(newId(), customer, "promotion", "").statusCode(201);
    ask(id, customer, "promotion", "").body("outcome", equalTo("DEFER"));
  }

  @Test
  void aReportConfirmsALiveReservation() {
    ask(id, customer, "promotion", "'reserveFor': 'PT10M'").body("outcome", equalTo("SEND"));

    report(id, customer, "promotion", "'outcome': 'delivered'")
        .statusCode(200)
        .body("status", equalTo("sent"));

    contacts(customer).body("items", hasSize(1)).body("items[0].outcome", equalTo("delivered"));
  }

  @Test
  void whatWentOutAfterItsReservationCountsOnceAndIsFlagged() {
    ask(id, customer, "promotion", "'reserveFor': 'PT0.05S'").body("outcome", equalTo("SEND"));
    await().untilAsserted(() -> contacts(customer).body("items[0].status", equalTo("expired")));
    double before = despite();

    report(id, customer, "promotion", "'outcome': 'delivered'")
        .statusCode(200)
        .body("status", equalTo("sent"))
        .body("confirmedLate", equalTo(true))
        .body("despiteVerdict", nullValue());

    contacts(customer).body("items", hasSize(1));
    assertThat(despite()).isEqualTo(before);
    ask(newId(), customer, "promotion", "").body("outcome", equalTo("DEFER"));
  }

  @Test
  void whatWentOutAfterItsSlotWasGivenBackCountsToo() {
    ask(id, customer, "promotion", "").body("outcome", equalTo("SEND"));
    release(id).statusCode(200);

    report(id, customer, "promotion", "").statusCode(200).body("confirmedLate", equalTo(true));

    ask(newId(), customer, "promotion", "").body("outcome", equalTo("DEFER"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"aborted", "Skipped", "refused", "rejected"})
  void whatDidNotGoOutGivesItsSlotBackAndIsJudgedAfresh(String outcome) {
    ask(id, customer, "promotion", "").body("outcome", equalTo("SEND"));
    report(id, customer, "promotion", "'outcome': '" + outcome + "'").statusCode(200);
    String other = newId();
    ask(other, customer, "promotion", "").body("outcome", equalTo("SEND"));

    // A replayed SEND would stand for a slot that another message holds now.
    ask(id, customer, "promotion", "").body("outcome", equalTo("DEFER"));
    release(other).statusCode(200);
    ask(newId(), customer, "promotion", "").body("outcome", equalTo("SEND"));
  }

  @Test
  void aMessageThatFailedAndIsSentAgainTakesASlot() {
    ask(id, customer, "promotion", "");
    report(id, customer, "promotion", "'outcome': 'rejected'").statusCode(200);

    ask(id, customer, "promotion", "")
        .body("outcome", equalTo("SEND"))
        .body("replayed", equalTo(false));
    ask(newId(), customer, "promotion", "").body("outcome", equalTo("DEFER"));
  }

  @Test
  void whatIsAbortedAfterItsReservationStaysExpired() {
    ask(id, customer, "promotion", "'reserveFor': 'PT0.05S'");
    await().untilAsserted(() -> contacts(customer).body("items[0].status", equalTo("expired")));

    report(id, customer, "promotion", "'outcome': 'aborted'")
        .statusCode(200)
        .body("status", equalTo("expired"))
        .body("confirmedLate", nullValue());
  }

  @Test
  void aContactDespiteTheVerdictIsCountedAndStaysVisible() {
    isDeferred();
    double before = despite();

    report(id, customer, "promotion", "").statusCode(201).body("despiteVerdict", equalTo(true));
    report(id, customer, "promotion", "'outcome': 'delivered'")
        .statusCode(200)
        .body("despiteVerdict", equalTo(true));

    assertThat(despite()).isEqualTo(before + 1);
    contacts(customer).body("items[0].despiteVerdict", equalTo(true));
  }

  @Test
  void whatWasNotSentAfterAllIsNoContactDespiteTheVerdict() {
    isDeferred();

    report(id, customer, "promotion", "'outcome': 'skipped'")
        .statusCode(201)
        .body("despiteVerdict", nullValue());
  }

  @Test
  void aPlanIsNoContactDespiteTheVerdictUntilItIsMade() {
    isDeferred();

    report(id, customer, "promotion", "'status': 'planned', 'at': '" + inHours(5) + "'")
        .statusCode(201)
        .body("despiteVerdict", nullValue());
    report(id, customer, "promotion", "").statusCode(200).body("despiteVerdict", equalTo(true));
  }

  @Test
  void aPlanMayMove() {
    report(id, customer, "promotion", "'status': 'planned', 'at': '" + inHours(5) + "'");

    String later = inHours(9).toString();
    report(id, customer, "promotion", "'status': 'planned', 'at': '" + later + "'")
        .statusCode(200)
        .body("status", equalTo("planned"))
        .body("at", equalTo(later));
    contacts(customer).body("items", hasSize(1));
  }

  @Test
  void aPlannedContactIsMadeNowNotWhenItWasPlanned() {
    report(id, customer, "promotion", "'status': 'planned', 'at': '" + inHours(5) + "'");

    String at = report(id, customer, "promotion", "").statusCode(200).extract().path("at");

    assertThat(Instant.parse(at)).isBefore(inHours(1));
  }

  @Test
  void aPlannedMessageThatIsAllowedCountsOnce() {
    report(id, customer, "promotion", "'status': 'planned', 'at': '" + inHours(5) + "'");

    ask(id, customer, "promotion", "").body("outcome", equalTo("SEND"));

    contacts(customer)
        .body("items.findAll { it.status == 'planned' }", hasSize(0))
        .body("items.findAll { it.status == 'sent' }", hasSize(1));
  }

  @Test
  void whatWentOutCannotBePlanned() {
    ask(id, customer, "promotion", "'reserveFor': 'PT10M'");

    report(id, customer, "promotion", "'status': 'planned'")
        .statusCode(409)
        .body("detail", containsString("planned"));
    contacts(customer).body("items[0].status", equalTo("reserved"));
  }

  @Test
  void aPlanHasNoOutcome() {
    report(id, customer, "promotion", "'status': 'planned', 'outcome': 'delivered'")
        .statusCode(422)
        .body("errors.field", equalTo(java.util.List.of("outcome")));
  }

  @Test
  void aContactEndsAfterItBegan() {
    String end = inHours(-2).toString();

    report(id, customer, "promotion", "'endsAt': '" + end + "'")
        .statusCode(422)
        .body("errors.field", equalTo(java.util.List.of("endsAt")));
  }
}
