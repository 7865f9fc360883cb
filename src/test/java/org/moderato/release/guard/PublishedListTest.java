package org.moderato.release.guard;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PublishedListTest {

  @Test
  void anybodyMayReadWhatRulesMayDo() {
    when()
        .get("/rule-allow-list.txt")
        .then()
        .statusCode(200)
        .body(containsString("type org.moderato.strategy.rule.Policies"));
  }
}
