package org.moderato;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;

/**
 * Speaks with the service as senders do. Text stands for the rest of a JSON object, with single
 * quotation marks: {@code 'at': '2026-11-22T09:00:00Z'}.
 */
public final class Api {

  private Api() {}

  public static String newId() {
    return UUID.randomUUID().toString();
  }

  private static String json(String text) {
    return "{" + text.replace('\'', '"') + "}";
  }

  private static String and(String more) {
    return more.isEmpty() ? "" : ", " + more;
  }

  public static ValidatableResponse post(String path, String body) {
    return given().contentType(ContentType.JSON).body(body).post(path).then();
  }

  public static ValidatableResponse get(String path, Object... parameters) {
    return given().get(path, parameters).then();
  }

  /** Marketing asks for an email of a category; the text says more or says otherwise. */
  public static String message(String id, String customer, String category, String more) {
    String channel = more.contains("'channel'") ? "" : ", 'channel': 'email'";
    String department = more.contains("'department'") ? "" : ", 'department': 'marketing'";
    return json(
        "'messageId': '%s', 'customerId': '%s', 'category': '%s'".formatted(id, customer, category)
            + channel
            + department
            + and(more));
  }

  public static ValidatableResponse ask(String id, String customer, String category, String more) {
    return post("/v1/evaluations", message(id, customer, category, more));
  }

  /** Marketing tells of an email. */
  public static ValidatableResponse report(
      String id, String customer, String category, String more) {
    return post("/v1/contacts", message(id, customer, category, more));
  }

  public static ValidatableResponse confirm(String id, String text) {
    return post("/v1/contacts/" + id + "/confirm", text.isEmpty() ? "" : json(text));
  }

  public static ValidatableResponse release(String id) {
    return given().post("/v1/contacts/" + id + "/release").then();
  }

  public static String event(String customer, String more) {
    return json(
        "'eventId': '%s', 'customerId': '%s', 'department': 'care'".formatted(newId(), customer)
            + and(more));
  }

  public static ValidatableResponse tell(String customer, String more) {
    return post("/v1/events", event(customer, more));
  }

  public static ValidatableResponse put(String customer, String text) {
    return given()
        .contentType(ContentType.JSON)
        .body(json(text))
        .put("/v1/customers/{id}", customer)
        .then();
  }

  public static void link(String one, String other) {
    given().put("/v1/customers/{id}/links/{other}", one, other).then().statusCode(204);
  }

  public static void unlink(String one, String other) {
    given().delete("/v1/customers/{id}/links/{other}", one, other).then().statusCode(204);
  }

  public static ValidatableResponse contacts(String customer) {
    return get("/v1/customers/{id}/contacts", customer).statusCode(200);
  }

  /** Sends lines; the answers, one a line. */
  public static List<String> lines(String path, List<String> lines) {
    return given()
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
        .contentType("application/x-ndjson; charset=UTF-8")
        .body(String.join("\n", lines))
        .post(path)
        .then()
        .statusCode(200)
        .extract()
        .asString()
        .lines()
        .toList();
  }
}
