package org.moderato.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonFormsTest {

  private final JsonBodies bodies =
      new JsonBodies(Validation.buildDefaultValidatorFactory().getValidator());

  @Test
  void writesFieldsAsDeclaredAndTimesAsTexts() {
    byte[] json =
        bodies.write(
            new Answer(Instant.parse("2026-11-22T09:00:00Z"), Duration.ofMinutes(15), null, "ä"));

    assertThat(json)
        .isEqualTo(
            "{\"z\":\"2026-11-22T09:00:00Z\",\"b\":\"PT15M\",\"n\":null,\"a\":\"ä\"}"
                .getBytes(UTF_8));
  }

  @Test
  void canonicalFormForgetsOrderAndTrailingZeros() {
    Map<String, Object> backwards = new LinkedHashMap<>();
    backwards.put("z", new BigDecimal("1.50"));
    backwards.put("b", new BigDecimal("100"));
    backwards.put("a", Set.of("y", "x"));
    backwards.put("n", new Answer(Instant.EPOCH, Duration.ZERO, null, "t"));

    assertThat(bodies.canonical(backwards))
        .asString(UTF_8)
        .isEqualTo(
            "{\"a\":[\"x\",\"y\"],\"b\":100,"
                + "\"n\":{\"a\":\"t\",\"b\":\"PT0S\",\"z\":\"1970-01-01T00:00:00Z\"},\"z\":1.5}");
  }

  @Test
  void writesSetsInOneOrder() {
    Set<Thread.State> ways = new HashSet<>(List.of(Thread.State.WAITING, Thread.State.NEW));

    assertThat(bodies.write(ways)).asString(UTF_8).isEqualTo("[\"NEW\",\"WAITING\"]");
  }

  record Answer(Instant z, Duration b, @Nullable String n, String a) {}
}
