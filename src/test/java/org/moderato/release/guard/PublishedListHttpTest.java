package org.moderato.release.guard;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.moderato.OnTheStrategyThatShips;

@QuarkusTest
@TestProfile(OnTheStrategyThatShips.class)
class PublishedListHttpTest {

  @Test
  void anybodyMayReadWhatRulesMayDo() {
    when()
        .get("/rule-allow-list.txt")
        .then()
        .statusCode(200)
        .body(containsString("type org.moderato.strategy.rule.Policies"));
  }
}
