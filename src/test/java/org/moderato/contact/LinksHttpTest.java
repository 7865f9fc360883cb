package org.moderato.contact;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.moderato.Api.ask;
import static org.moderato.Api.contacts;
import static org.moderato.Api.get;
import static org.moderato.Api.link;
import static org.moderato.Api.newId;
import static org.moderato.Api.put;
import static org.moderato.Api.unlink;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.moderato.OnH2;

@QuarkusTest
@TestProfile(OnH2.class)
class LinksHttpTest extends LedgerCase {

  private final String a = newId();
  private final String b = newId();
  private final String c = newId();

  private static void promotion(String customer, String outcome) {
    ask(newId(), customer, "promotion", "").body("outcome", equalTo(outcome));
  }

  @Test
  void aChainIsOnePersonUntilAMiddleLinkIsUndone() {
    link(a, b);
    link(b, c);
    promotion(a, "SEND");
    promotion(c, "DEFER");

    unlink(b, a);

    promotion(c, "SEND");
    promotion(b, "DEFER");
    promotion(a, "DEFER");
  }

  @Test
  void aRingHoldsWithoutOneOfItsLinks() {
    link(a, b);
    link(b, c);
    link(c, a);
    promotion(a, "SEND");

    unlink(a, b);

    promotion(b, "DEFER");
  }

  @Test
  void linkingAgainOrUndoingTwiceIsHarmless() {
    link(a, b);
    link(b, a);
    unlink(a, b);
    unlink(a, b);

    promotion(a, "SEND");
    promotion(b, "SEND");
  }

  @Test
  void nobodyBecomesKnownByUndoingALink() {
    given().delete("/v1/customers/{id}/links/{other}", a, b).then().statusCode(404);

    get("/v1/customers/{id}", a).statusCode(404);
    get("/v1/customers/{id}", b).statusCode(404);
  }

  @Test
  void nobodyIsLinkedToThemselves() {
    given()
        .put("/v1/customers/{id}/links/{other}", a, a)
        .then()
        .statusCode(422)
        .body("errors.field", contains("other"));
  }

  @Test
  void verdictsOfAllIdsArePaged() {
    link(a, b);
    for (int i = 0; i < 3; i++) {
      promotion(i == 1 ? b : a, i == 0 ? "SEND" : "DEFER");
    }

    String next =
        get("/v1/customers/{id}/evaluations?limit=2", a)
            .body("items", hasSize(2))
            .extract()
            .path("next");
    get("/v1/customers/{id}/evaluations?limit=2&cursor={next}", a, next)
        .body("items", hasSize(1))
        .body("items[0].answer.outcome", equalTo("SEND"));
  }

  @Test
  void anAccountCountsWhatWasSentWhileSomebodyWasThere() {
    String account = newId();
    put(a, "'account': '" + account + "'").statusCode(201);
    outreach(a, "SEND");
    outreach(a, "SEND");

    // The contacts stay with the account that they were made in.
    put(a, "'account': '" + newId() + "'").statusCode(200);
    outreach(a, "SEND");
    put(b, "'account': '" + account + "'").statusCode(201);
    outreach(b, "DEFER");
    contacts(a).body("items", hasSize(3));
  }

  private static void outreach(String customer, String outcome) {
    ask(newId(), customer, "outreach", "").body("outcome", equalTo(outcome));
  }
}
