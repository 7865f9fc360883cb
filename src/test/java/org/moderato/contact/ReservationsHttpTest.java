package org.moderato.contact;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.moderato.Api.ask;
import static org.moderato.Api.confirm;
import static org.moderato.Api.contacts;
import static org.moderato.Api.newId;
import static org.moderato.Api.release;
import static org.moderato.Api.report;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.moderato.OnH2;

@QuarkusTest
@TestProfile(OnH2.class)
class ReservationsHttpTest extends LedgerCase {

  private static final String SOON_OVER = "'reserveFor': 'PT0.05S'";
  private static final String FOR_A_WHILE = "'reserveFor': 'PT10M'";

  private final String customer = newId();
  private final String id = newId();

  private void reserve(String howLong) {
    ask(id, customer, "promotion", howLong).body("outcome", equalTo("SEND"));
  }

  private void reserveAndLetExpire() {
    reserve(SOON_OVER);
    await().untilAsserted(() -> contacts(customer).body("items[0].status", equalTo("expired")));
  }

  private static String sentAt(Instant instant) {
    return "'sentAt': '" + instant.truncatedTo(ChronoUnit.MICROS) + "'";
  }

  @Test
  void theSameResolutionAgainChangesNothingAndTheOtherIsRefused() {
    reserve(FOR_A_WHILE);

    confirm(id, "").statusCode(200).body("status", equalTo("sent"));
    confirm(id, "").statusCode(200).body("status", equalTo("sent"));
    release(id).statusCode(409).body("detail", containsString("confirmed"));

    contacts(customer).body("items", hasSize(1)).body("items[0].status", equalTo("sent"));
  }

  @Test
  void aSlotWithoutReservationIsGivenBackAsAborted() {
    reserve("");

    release(id).statusCode(200).body("status", equalTo("released"));
    release(id).statusCode(200).body("outcome", equalTo("aborted"));
    confirm(id, "").statusCode(409);

    ask(newId(), customer, "promotion", "").body("outcome", equalTo("SEND"));
  }

  @Test
  void whatWasDeliveredIsNotGivenBack() {
    reserve("");
    report(id, customer, "promotion", "'outcome': 'delivered'").statusCode(200);

    release(id).statusCode(409).body("detail", containsString("delivered"));
  }

  @Test
  void whatWasAbortedIsNotConfirmed() {
    reserve(FOR_A_WHILE);
    report(id, customer, "promotion", "'outcome': 'aborted'").statusCode(200);

    confirm(id, "").statusCode(409).body("detail", containsString("aborted"));
    release(id).statusCode(200);
  }

  @Test
  void aReservationThatLapsedIsSeenAsExpired() {
    reserveAndLetExpire();

    confirm(id, "").statusCode(409).body("detail", containsString("sentAt"));
    ask(newId(), customer, "promotion", "").body("outcome", equalTo("SEND"));
  }

  @Test
  void aLateConfirmationIsFlaggedForGood() {
    reserveAndLetExpire();
    Instant sent = Instant.now().truncatedTo(ChronoUnit.MICROS);

    confirm(id, sentAt(sent))
        .statusCode(200)
        .body("status", equalTo("sent"))
        .body("at", equalTo(sent.toString()))
        .body("confirmedLate", equalTo(true));
    confirm(id, "").statusCode(200).body("confirmedLate", equalTo(true));
    report(id, customer, "promotion", "'outcome': 'delivered'")
        .statusCode(200)
        .body("confirmedLate", equalTo(true));

    contacts(customer).body("items[0].confirmedLate", equalTo(true));
    release(id).statusCode(409);
  }

  @Test
  void nobodySendsInTheFutureOrBeforeTheyAsked() {
    reserveAndLetExpire();

    confirm(id, sentAt(Instant.now().plusSeconds(3600)))
        .statusCode(422)
        .body("errors[0].field", equalTo("sentAt"));
    confirm(id, sentAt(Instant.now().minusSeconds(3600)))
        .statusCode(422)
        .body("errors[0].field", equalTo("sentAt"));
  }

  @Test
  void theSameMessageIsJudgedAfreshWhenItsSlotLapsed() {
    reserveAndLetExpire();
    ask(newId(), customer, "promotion", "").body("outcome", equalTo("SEND"));

    ask(id, customer, "promotion", SOON_OVER)
        .body("outcome", equalTo("DEFER"))
        .body("replayed", equalTo(false));
  }

  @Test
  void aConfirmationMeansTheSlotThatWasTakenLast() {
    reserveAndLetExpire();
    String first = contacts(customer).extract().path("items[0].contactId");
    // The same message, judged afresh, reserves again.
    ask(id, customer, "promotion", SOON_OVER).body("outcome", equalTo("SEND"));

    await().untilAsserted(() -> confirm(id, "").statusCode(409));
    confirm(id, sentAt(Instant.now()))
        .statusCode(200)
        .body("contactId", org.hamcrest.Matchers.not(equalTo(first)));
    contacts(customer)
        .body("items", hasSize(2))
        .body("items[0].status", equalTo("sent"))
        .body("items[1].status", equalTo("expired"));
  }

  @Test
  void showsUntilWhenASlotIsHeldOnlyWhileItIs() {
    reserve(FOR_A_WHILE);
    contacts(customer)
        .body("items[0].status", equalTo("reserved"))
        .body("items[0].reservedUntil", notNullValue());

    confirm(id, "").body("reservedUntil", nullValue());
  }

  @Test
  void aReservationIsForNow() {
    String ahead = Instant.now().plusSeconds(360).truncatedTo(ChronoUnit.SECONDS).toString();

    ask(id, customer, "promotion", "'reserveFor': 'PT1M', 'at': '" + ahead + "'")
        .statusCode(422)
        .body("errors[0].field", equalTo("reserveFor"));
  }
}
