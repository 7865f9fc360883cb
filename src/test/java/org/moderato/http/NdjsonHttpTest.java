package org.moderato.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderato.OnTheStrategyThatShips;

@QuarkusTest
@TestProfile(OnTheStrategyThatShips.class)
class NdjsonHttpTest {

  private static final int MANY = 30_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MAX_STREAMS = 8;

  @TestHTTPResource("/test/lines/echo")
  URI echo;

  @TestHTTPResource("/test/lines/large")
  URI large;

  @TestHTTPResource("/test/lines/failing")
  URI failing;

  @TestHTTPResource("/test/lines/forgetful")
  URI forgetful;

  @BeforeEach
  void forgetEarlierLines() {
    NdjsonTestResource.reset();
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(StreamTraces.threads()).isZero());
    if (OS.LINUX.isCurrentOs()) {
      assertThat(StreamTraces.spoolFiles()).isZero();
    }
  }

  @Test
  void answersManyLinesToAClientThatWritesFirst() {
    assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          try (LineClient client = new LineClient(large)) {
            for (int i = 1; i <= MANY; i++) {
              client.send("{\"messageId\":\"" + "m".repeat(300) + i + "\"}\n");
            }
            client.end();

            assertThat(client.head()).startsWith("HTTP/1.1 200").contains(Ndjson.MEDIA_TYPE);
            for (int i = 1; i <= MANY; i++) {
              assertThat(client.line()).startsWith(i + ":{").contains("m" + i + "\"}");
            }
            assertThat(client.line()).isNull();
          }
        });
    assertThat(NdjsonTestResource.LARGEST_GROUP).hasValueBetween(2, 64);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void keepsAnswersInAFileWhileTheClientIsSlow() {
    assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          try (LineClient client = new LineClient(large)) {
            for (int i = 1; i <= MANY; i++) {
              client.send(i + "\n");
            }
            client.end();
            await()
                .atMost(PATIENCE)
                .untilAtomic(NdjsonTestResource.HANDLED, n -> assertThat(n).isEqualTo(MANY));

            assertThat(StreamTraces.spoolFiles()).isEqualTo(1);
            for (int i = 1; i <= MANY; i++) {
              assertThat(client.line()).isEqualTo(i + ":" + i + NdjsonTestResource.FILLING);
            }
            assertThat(client.line()).isNull();
          }
        });
  }

  @Test
  void answersEachLineBeforeTheNextIsSent() {
    assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          try (LineClient client = new LineClient(echo)) {
            for (int i = 1; i <= 500; i++) {
              client.send("a" + i + "\n").flush();
              assertThat(client.line()).isEqualTo(i + ":a" + i);
            }
            client.end();
            assertThat(client.line()).isNull();
          }
        });
  }

  @Test
  void answersBodiesThatSayTheirLength() {
    String answer =
        given()
            .contentType(Ndjson.MEDIA_TYPE)
            .body("a\nb".getBytes(UTF_8))
            .post("/test/lines/echo")
            .then()
            .statusCode(200)
            .extract()
            .asString();

    assertThat(answer).isEqualTo("1:a\n2:b\n");
  }

  @Test
  void streamsMoreThanAnOrdinaryRequestMaySend() {
    byte[] body = ("y".repeat(60_000) + "\n").repeat(40).getBytes(UTF_8);

    given()
        .contentType(Ndjson.MEDIA_TYPE)
        .body(body)
        .post("/test/lines/echo")
        .then()
        .statusCode(200);

    assertThat(NdjsonTestResource.HANDLED).hasValue(40);
  }

  @Test
  void refusesLongLinesAndGoesOn() throws IOException {
    try (LineClient client = new LineClient(echo)) {
      client.send("a\n" + "x".repeat(65_537) + "\n");
      client.send("y".repeat(300_000)).send("\nb\n");
      client.send("z".repeat(65_536) + "\r\n").end();

      assertThat(client.line()).isEqualTo("1:a");
      assertError(client.line(), 2, 413, "too-large");
      assertError(client.line(), 3, 413, "too-large");
      assertThat(client.line()).isEqualTo("4:b");
      assertThat(client.line()).isEqualTo("5:" + "z".repeat(65_536));
      assertThat(client.line()).isNull();
    }
  }

  @Test
  void refusesLinesThatAreNoTextAndSkipsBlankOnes() throws IOException {
    try (LineClient client = new LineClient(echo)) {
      client
          .send("ä\r\n\r\n  \n\n")
          .send(new byte[] {'"', (byte) 0xff, '"', '\n'})
          .send("last")
          .end();

      assertThat(client.line()).isEqualTo("1:ä");
      assertError(client.line(), 5, 400, "malformed");
      assertThat(client.line()).isEqualTo("6:last");
      assertThat(client.line()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void everyLineOfAFailedGroupGetsAnErrorLine(boolean throwing) throws IOException {
    try (LineClient client = new LineClient(throwing ? failing : forgetful)) {
      client.send("a\nb\n").end();

      String first = client.line();
      assertError(first, 1, 500, "internal");
      assertThat(first).doesNotContain("C-4711");
      assertError(client.line(), 2, 500, "internal");
      assertThat(client.line()).isNull();
    }
  }

  @Test
  void answersNothingToNothing() {
    given().contentType(Ndjson.MEDIA_TYPE).post("/test/lines/echo").then().statusCode(200);
  }

  @Test
  void tellsFurtherStreamsToWait() throws IOException {
    List<LineClient> clients = new ArrayList<>();
    try {
      for (int i = 0; i < MAX_STREAMS; i++) {
        LineClient client = new LineClient(echo).send("a\n").flush();
        clients.add(client);
        assertThat(client.line()).isEqualTo("1:a");
      }

      given()
          .contentType(Ndjson.MEDIA_TYPE)
          .body("a".getBytes(UTF_8))
          .post("/test/lines/echo")
          .then()
          .statusCode(503)
          .header("Retry-After", "1")
          .contentType(Problem.MEDIA_TYPE)
          .body("type", equalTo("urn:moderato:problem:busy"));

      clients.get(0).end();
      assertThat(clients.get(0).line()).isNull();
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  given()
                      .contentType(Ndjson.MEDIA_TYPE)
                      .body("a".getBytes(UTF_8))
                      .post("/test/lines/echo")
                      .then()
                      .statusCode(200));
    } finally {
      for (LineClient client : clients) {
        client.close();
      }
    }
  }

  private static void assertError(String answer, int line, int status, String type) {
    JsonPath json = JsonPath.from(answer);
    assertThat(json.getInt("line")).isEqualTo(line);
    assertThat(json.getInt("status")).isEqualTo(status);
    assertThat(json.getInt("problem.status")).isEqualTo(status);
    assertThat(json.getString("problem.type")).isEqualTo("urn:moderato:problem:" + type);
  }
}
