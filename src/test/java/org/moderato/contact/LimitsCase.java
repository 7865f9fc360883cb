package org.moderato.contact;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.moderato.Api.newId;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a caller may say is too much for a column; run on both databases. */
abstract class LimitsCase extends LedgerCase {

  /** Letters that grow in small letters, that take two units, or that JSON writes as two. */
  private static final List<String> LETTERS = List.of("x", "\u0130", "\uD83D\uDE00", "\"", "\\");

  private static final Map<String, Integer> LABELS =
      Map.of(
          "channel", 64,
          "category", 64,
          "department", 64,
          "brand", 64,
          "topic", 128,
          "template", 128,
          "sequence", 128);

  private static Map<String, Object> message() {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("messageId", newId());
    message.put("customerId", newId());
    message.put("channel", "email");
    message.put("category", "news");
    message.put("department", "marketing");
    return message;
  }

  private static Map<String, Object> event(String kind, String name) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("eventId", newId());
    event.put("customerId", newId());
    event.put("department", "care");
    event.put(kind, name);
    return event;
  }

  private static ValidatableResponse post(String path, Map<String, Object> body) {
    return given().contentType(ContentType.JSON).body(body).post(path).then();
  }

  private static String longest(String letter, int length) {
    return letter.repeat(length / letter.length());
  }

  static Stream<Arguments> texts() {
    Map<String, Integer> ids = Map.of("messageId", 128, "customerId", 128);
    Map<String, Integer> response = Map.of("eventId", 128, "response", 64, "intent", 64);
    Map<String, Integer> situation = Map.of("situation", 64, "reference", 128);
    return Stream.of(
            fields("/v1/evaluations", ids),
            fields("/v1/evaluations", LABELS),
            fields("/v1/contacts", ids),
            fields("/v1/contacts", LABELS),
            fields("/v1/contacts", Map.of("outcome", 64)),
            fields("response", response),
            fields("situation", situation))
        .flatMap(fields -> fields);
  }

  private static Stream<Arguments> fields(String where, Map<String, Integer> lengths) {
    return lengths.entrySet().stream()
        .map(entry -> Arguments.of(where, entry.getKey(), entry.getValue()));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("texts")
  void aTextOfTheGreatestLengthIsKept(String where, String field, int length) {
    for (String letter : LETTERS) {
      Map<String, Object> body = where.startsWith("/") ? message() : event(where, "complaint");
      String text = longest(letter, length);
      boolean isId = field.endsWith("Id");
      body.put(field, isId ? newId() + longest(letter, length - 36) : text);
      post(where.startsWith("/") ? where : "/v1/events", body).statusCode(lessThan(300));

      body.put(field, text + "x");
      post(where.startsWith("/") ? where : "/v1/events", body)
          .statusCode(422)
          .body("errors.field", everyItem(equalTo(field)));
    }
  }

  @Test
  void aCustomerIsKeptWithAllThatMayBeSaid() {
    for (String letter : LETTERS) {
      String id = "c-" + newId();
      String name = longest(letter, 128);
      Map<String, Object> body =
          Map.of(
              "region", longest(letter, 64),
              "language", longest(letter, 34),
              "stage", longest(letter, 64),
              "account", name,
              "household", name);
      given()
          .contentType(ContentType.JSON)
          .body(body)
          .put("/v1/customers/{id}", id)
          .then()
          .statusCode(201)
          .body("account", equalTo(name));
    }
  }

  @Test
  void aHundredLongSegmentsAreKept() {
    List<String> segments =
        IntStream.range(100, 200).mapToObj(i -> i + "\u00fc".repeat(61)).toList();
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("segments", segments))
        .put("/v1/customers/{id}", newId())
        .then()
        .statusCode(201)
        .body("segments", hasSize(100));
  }

  @Test
  void whatTakesTooMuchRoomIsNamed() {
    List<String> segments = IntStream.range(100, 200).mapToObj(i -> i + "\"".repeat(61)).toList();
    Map<String, Object> attributes = Map.of("note", "\"".repeat(8_000));
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("segments", segments, "attributes", attributes))
        .put("/v1/customers/{id}", newId())
        .then()
        .statusCode(422)
        .body("errors.field", hasSize(2))
        .body("errors.message", everyItem(startsWith("must have at most")));
    for (String path : List.of("/v1/evaluations", "/v1/contacts")) {
      Map<String, Object> message = message();
      message.put("attributes", attributes);
      post(path, message).statusCode(422).body("errors[0].field", equalTo("attributes"));
    }
  }

  @Test
  void attributesOfTheGreatestLengthAreKept() {
    for (String path : List.of("/v1/evaluations", "/v1/contacts")) {
      Map<String, Object> message = message();
      message.put("attributes", Map.of("note", "\uD83D\uDE00".repeat(7_990)));
      post(path, message).statusCode(lessThan(300));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/b", "a%b", "a b", " a", "a ", "a+b", "a;b=c", "a?b", "a#b", "\u00fc", "e\u0301"
      })
  void idsAreTakenAsTheyAre(String odd) {
    String id = odd + newId();
    Map<String, Object> message = message();
    message.put("customerId", id);
    post("/v1/evaluations", message).statusCode(200);
    given().get("/v1/customers/{id}", id).then().statusCode(200);
    given().get("/v1/customers/{id}/contacts", id).then().statusCode(200).body("items", hasSize(1));
    // Another spelling is another customer.
    given().get("/v1/customers/{id}", id + " ").then().statusCode(404);
    given().get("/v1/customers/{id}", id.toUpperCase(java.util.Locale.ROOT)).then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/customers/a%00b",
        "/v1/customers/a%00b/contacts",
        "/v1/customers/a%00b/evaluations",
        "/v1/contacts/a%00b/confirm",
        "/v1/contacts/a/confirm?department=%00"
      })
  void noDatabaseSeesTheZeroCharacter(String path) {
    given()
        .urlEncodingEnabled(false)
        .contentType(ContentType.JSON)
        .request(path.contains("confirm") ? "POST" : "GET", path)
        .then()
        .statusCode(422)
        .body("errors.message", everyItem(equalTo("must not hold control characters")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z", "1969-12-31T23:59:59Z"})
  void everyInstantOfFourDigitYearsIsKept(String instant) {
    Map<String, Object> message = message();
    message.put("expiresAt", instant);
    post("/v1/evaluations", message).statusCode(200);
    Map<String, Object> event = event("situation", "complaint");
    event.put("startsAt", instant);
    event.put("endsAt", instant);
    post("/v1/events", event).statusCode(201);
    String id = newId();
    given()
        .contentType(ContentType.JSON)
        .body("{\"consent\": [{\"status\": \"opt-in\", \"until\": \"" + instant + "\"}]}")
        .put("/v1/customers/{id}", id)
        .then()
        .statusCode(201)
        .body("consent[0].until", equalTo(instant));
  }

  @Test
  void numbersStayWhatTheyWere() {
    Map<String, Object> message = message();
    String body =
        "{\"messageId\": \"%s\", \"customerId\": \"%s\", \"channel\": \"email\", \"category\": \"x\","
            + " \"department\": \"d\", \"attributes\": {\"big\": 1e400, \"exact\": 0.1}}";
    given()
        .contentType(ContentType.JSON)
        .body(body.formatted(message.get("messageId"), message.get("customerId")))
        .post("/v1/contacts")
        .then()
        .statusCode(201);
    given()
        .get("/v1/customers/{id}/contacts", message.get("customerId"))
        .then()
        .body(not(org.hamcrest.Matchers.containsString("Infinity")));
  }
}
