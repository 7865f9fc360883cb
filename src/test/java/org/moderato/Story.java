package org.moderato;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;

/**
 * Tells through HTTP what happens to customers. Text stands for JSON without its braces, with
 * single quotation marks.
 */
final class Story {

  private final String run = UUID.randomUUID().toString().substring(0, 8);

  /** The id that a name has in this story, so that stories never meet. */
  String id(String name) {
    return name + "-" + run;
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }

  private static String json(String text) {
    return "{" + text.replace('\'', '"') + "}";
  }

  private static ValidatableResponse post(String path, String text) {
    return given().contentType(ContentType.JSON).body(json(text)).post(path).then();
  }

  void customer(String name, String text) {
    given()
        .contentType(ContentType.JSON)
        .body(json(text))
        .put("/v1/customers/" + id(name))
        .then()
        .statusCode(oneOf(200, 201));
  }

  /** Two ids turn out to be one person. */
  void isTheSamePerson(String name, String other) {
    given()
        .put("/v1/customers/" + id(name) + "/links/" + id(other))
        .then()
        .statusCode(oneOf(200, 201, 204));
  }

  /** A department asks whether it may send. */
  ValidatableResponse ask(String name, String at, String labels) {
    return ask(newId(), name, at, labels);
  }

  private ValidatableResponse ask(String messageId, String name, String at, String labels) {
    String body =
        "'messageId': '%s', 'customerId': '%s', 'at': '%s', %s"
            .formatted(messageId, id(name), at, labels);
    return post("/v1/evaluations", body).statusCode(200);
  }

  /** A department asks and is allowed to; the id of its message. */
  String sends(String name, String at, String labels) {
    String messageId = newId();
    ask(messageId, name, at, labels).body("outcome", equalTo("SEND")).body("at", equalTo(at));
    return messageId;
  }

  /** Something took place, or will, that nobody asked about. */
  void records(String name, String at, String labels) {
    String body =
        "'messageId': '%s', 'customerId': '%s', 'at': '%s', %s"
            .formatted(newId(), id(name), at, labels);
    post("/v1/contacts", body).statusCode(201);
  }

  /** The customer does something, or gets into a situation. */
  void happens(String name, String department, String text) {
    String body =
        "'eventId': '%s', 'customerId': '%s', 'department': '%s', %s"
            .formatted(newId(), id(name), department, text);
    post("/v1/events", body).statusCode(oneOf(200, 201));
  }
}
