package org.moderato.http;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderato.OnTheStrategyThatShips;

@QuarkusTest
@TestProfile(OnTheStrategyThatShips.class)
class ProblemMappersHttpTest {

  private static final int LIMIT = 1 << 20;

  @TestHTTPResource("/test/problems")
  URI url;

  @Test
  void namesAllInvalidFields() {
    problem(
            given()
                .contentType(ContentType.JSON)
                .body("{\"nam\": 1}")
                .post("/test/problems/greeting")
                .then(),
            422)
        .body("type", equalTo("urn:moderato:problem:invalid"))
        .body("title", equalTo("Invalid request"))
        .body("detail", equalTo("nam is not a known field; did you mean name?"))
        .body("instance", equalTo("/test/problems/greeting"))
        .body("errors.field", contains("nam"));
  }

  @Test
  void tellsWhereJsonIsBroken() {
    problem(
            given()
                .contentType(ContentType.JSON)
                .body("{\n\"name\": }")
                .post("/test/problems/greeting")
                .then(),
            400)
        .body("type", equalTo("urn:moderato:problem:malformed"))
        .body("detail", containsString("line 2, column 9"))
        .body("errors", nullValue());
  }

  @Test
  void refusesEmptyBody() {
    problem(given().contentType(ContentType.JSON).post("/test/problems/greeting").then(), 400)
        .body("detail", equalTo("The body is empty"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/test/nowhere", "/nowhere", "/"})
  void unknownPathIsNotFound(String path) {
    problem(when().get(path).then(), 404).body("type", equalTo("about:blank"));
  }

  @Test
  void wrongMethodIsNotAllowed() {
    problem(when().delete("/test/problems/greeting").then(), 405)
        .body("title", equalTo("Method Not Allowed"));
  }

  @Test
  void wrongMediaTypeIsUnsupported() {
    problem(
        given().contentType(ContentType.XML).body("<a/>").post("/test/problems/greeting").then(),
        415);
  }

  @Test
  void parameterOutOfBoundsIsNamed() {
    problem(when().get("/test/problems/page?limit=201").then(), 422)
        .body("errors.field", contains("limit"))
        .body("errors.message", contains("must be less than or equal to 200"));
  }

  @Test
  void parameterOfWrongTypeIsInvalid() {
    problem(when().get("/test/problems/page?limit=many").then(), 422)
        .body("type", equalTo("urn:moderato:problem:invalid"))
        .body("errors.field", contains("limit"))
        .body("errors.message", contains("must be a whole number"));
    problem(when().get("/test/problems/things/7?really=yes").then(), 422)
        .body("errors.field", containsInAnyOrder("id", "really"))
        .body("errors.message", hasItem("must be true or false"));
  }

  @Test
  void parameterThatNobodyReadsIsRefused() {
    problem(when().get("/test/problems/page?limt=7").then(), 422)
        .body("errors.field", contains("limt"))
        .body("errors.message", contains("is not a known parameter; did you mean limit?"));
  }

  @Test
  void parametersHoldNoControlCharacters() {
    problem(given().urlEncodingEnabled(false).get("/test/problems/customers/C%00D").then(), 422)
        .body("errors.field", contains("id"));
  }

  @Test
  void bodyBoundByTheFrameworkGetsAProblemToo() {
    problem(
            given()
                .contentType(ContentType.JSON)
                .body("{\"times\": {}}")
                .post("/test/problems/bound")
                .then(),
            422)
        .body("errors.field", contains("times"))
        .body(not(containsString("java")));
  }

  @Test
  void busyServiceSaysWhenToComeBack() {
    problem(when().get("/test/problems/busy").then().header("Retry-After", "1"), 503);
  }

  @Test
  void unexpectedErrorIsLoggedOnceWithoutTheCustomersData() {
    try (LogRecords log = new LogRecords()) {
      problem(when().get("/test/problems/customers/C-4711").then(), 500)
          .body("detail", containsString("The error has been logged as "))
          .body("detail", not(containsString("C-4711")));

      assertThat(log.texts()).noneMatch(text -> text.contains("C-4711"));
      assertThat(log.alarms())
          .singleElement(as(STRING))
          .contains("ProblemTestResource.broken", "IllegalStateException");
    }
  }

  @Test
  void takesBodiesUpToTheLimit() {
    given()
        .contentType(ContentType.TEXT)
        .body("x".repeat(LIMIT))
        .post("/test/problems/length")
        .then()
        .statusCode(200)
        .body(equalTo("" + LIMIT));
  }

  @Test
  void refusesLargerBodies() {
    problem(
            given()
                .contentType(ContentType.TEXT)
                .body("x".repeat(LIMIT + 1))
                .post("/test/problems/length")
                .then(),
            413)
        .body("type", equalTo("urn:moderato:problem:too-large"));
  }

  @Test
  void onlyEndpointsOfLinesTakeLargerBodiesOfLines() {
    problem(
        given()
            .config(
                RestAssured.config()
                    .encoderConfig(
                        EncoderConfig.encoderConfig()
                            .encodeContentTypeAs(Ndjson.MEDIA_TYPE, ContentType.TEXT)))
            .contentType(Ndjson.MEDIA_TYPE)
            .body("x".repeat(LIMIT + 1))
            .post("/test/problems/anything")
            .then(),
        413);
  }

  @Test
  void refusesLargerBodiesThatDoNotSayTheirLength() throws IOException {
    String answer = chunked(LIMIT + 1);

    assertThat(answer).startsWith("HTTP/1.1 413").contains("urn:moderato:problem:too-large");
  }

  @Test
  void takesChunkedBodiesUpToTheLimit() throws IOException {
    assertThat(chunked(LIMIT)).startsWith("HTTP/1.1 200").endsWith("" + LIMIT);
  }

  private String chunked(int bytes) throws IOException {
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /test/problems/length HTTP/1.1\r\nHost: test\r\nConnection: close\r\n"
                  + "Content-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"
                  + Integer.toHexString(bytes)
                  + "\r\n"
                  + "x".repeat(bytes)
                  + "\r\n0\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static ValidatableResponse problem(ValidatableResponse response, int status) {
    return response
        .statusCode(status)
        .contentType(Problem.MEDIA_TYPE)
        .body("status", equalTo(status));
  }
}
