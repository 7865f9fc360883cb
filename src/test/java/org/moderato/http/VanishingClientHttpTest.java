package org.moderato.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.moderato.OnTheStrategyThatShips;

@QuarkusTest
@TestProfile(OnTheStrategyThatShips.class)
class VanishingClientHttpTest {

  private static final int MANY = 30_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TestHTTPResource("/test/lines/echo")
  URI echo;

  @TestHTTPResource("/test/lines/large")
  URI large;

  @BeforeEach
  void forgetEarlierLines() {
    NdjsonTestResource.reset();
  }

  @Test
  void stopsWhenAWaitingClientVanishes() throws IOException {
    LineClient client = new LineClient(echo);
    client.send("a\n").flush();
    assertThat(client.line()).isEqualTo("1:a");
    assertThat(StreamTraces.threads()).isPositive();

    try (LogRecords log = new LogRecords()) {
      client.vanish();

      await().atMost(PATIENCE).untilAsserted(() -> assertThat(StreamTraces.threads()).isZero());
      await()
          .during(Duration.ofMillis(300))
          .untilAsserted(() -> assertThat(log.alarms()).isEmpty());
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void stopsWhenAClientVanishesWithoutTakingItsAnswers() throws IOException {
    LineClient client = new LineClient(large);
    for (int i = 1; i <= MANY; i++) {
      client.send(i + "\n");
    }
    client.flush();
    await()
        .atMost(PATIENCE)
        .untilAtomic(NdjsonTestResource.HANDLED, n -> assertThat(n).isEqualTo(MANY));
    assertThat(StreamTraces.spoolFiles()).isEqualTo(1);

    try (LogRecords log = new LogRecords()) {
      client.vanish();

      await().atMost(PATIENCE).untilAsserted(() -> assertThat(StreamTraces.threads()).isZero());
      await()
          .during(Duration.ofMillis(300))
          .untilAsserted(() -> assertThat(log.alarms()).isEmpty());
    }
    assertThat(StreamTraces.spoolFiles()).isZero();
  }

  @Test
  void breaksOffIfTheRequestDoes() throws IOException {
    try (LineClient client = new LineClient(echo)) {
      client.send("a\n").flush();
      assertThat(client.line()).isEqualTo("1:a");
      client.malform();

      assertThatIOException().isThrownBy(client::line);
    }
  }
}
