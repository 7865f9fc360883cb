package org.moderato.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodiesTest {

  static {
    // As quarkus.default-locale has it in the service.
    Locale.setDefault(Locale.ENGLISH);
  }

  private final JsonBodies bodies =
      new JsonBodies(Validation.buildDefaultValidatorFactory().getValidator());

  @Test
  void readsEveryKindOfField() {
    Order order =
        read(
            """
            {"id": "o-1", "channel": "EMAIL", "at": "2026-11-22T10:00:00.1234567+01:00",
             "hold": "PT15M", "zone": "Europe/Berlin", "count": 3, "price": 1.50, "express": true,
             "labels": ["a", "b"], "lines": [{"item": "pen", "amount": 2}],
             "attributes": {"campaign": "Q4", "rank": 1, "none": null}}
            """);

    assertThat(order)
        .isEqualTo(
            new Order(
                "o-1",
                Way.EMAIL,
                Instant.parse("2026-11-22T09:00:00.123456Z"),
                Duration.ofMinutes(15),
                ZoneId.of("Europe/Berlin"),
                3,
                new BigDecimal("1.50"),
                true,
                List.of("a", "b"),
                List.of(new Line("pen", 2)),
                order.attributes()));
    assertThat(order.attributes())
        .containsEntry("campaign", "Q4")
        .containsEntry("rank", 1)
        .containsEntry("none", null);
  }

  @Test
  void namesAllErrorsAtOnce() {
    List<FieldError> errors =
        errors(
            """
            {"chanel": {"deep": [1]}, "id": 7, "channel": "EMIAL", "at": 1795345200, "hold": "15 min",
             "zone": "Europe/Berlinn", "count": "3", "price": "1.5", "express": "true",
             "labels": ["a", 2, {"x": [1]}, "d"], "lines": [{"item": " ", "amount": 1.5}, [], {"unit": 1}],
             "attributes": [1]}
            """);

    assertThat(errors)
        .containsExactlyInAnyOrder(
            new FieldError("chanel", "is not a known field; did you mean channel?"),
            new FieldError("id", "must be a text"),
            new FieldError("channel", "must be one of EMAIL, PUSH; did you mean EMAIL?"),
            new FieldError("at", "must be an instant such as 2026-11-22T09:00:00Z"),
            new FieldError("hold", "must be a duration such as PT15M"),
            new FieldError("zone", "must be a time zone such as Europe/Berlin"),
            new FieldError("count", "must be a whole number"),
            new FieldError("price", "must be a number"),
            new FieldError("express", "must be true or false"),
            new FieldError("labels[1]", "must be a text"),
            new FieldError("labels[2]", "must be a text"),
            new FieldError("lines[0].item", "must not be blank"),
            new FieldError("lines[0].amount", "must be a whole number"),
            new FieldError("lines[1]", "must be an object"),
            new FieldError("lines[2].unit", "is not a known field"),
            new FieldError("lines[2].item", "must not be blank"),
            new FieldError("attributes", "must be an object"));
  }

  @Test
  void namesMissingFieldsAndConstraintsOfWhatIsThere() {
    assertThat(errors("{\"labels\": [\"abcdefghi\"]}"))
        .containsExactly(
            new FieldError("at", "must not be null"),
            new FieldError("id", "must not be blank"),
            new FieldError("labels[0]", "size must be between 0 and 8"));
  }

  @Test
  void namesUnknownFieldsAfterTheLastKnownOne() {
    assertThat(
            errors(
                "{\"lines\": [{\"item\": \"a\", \"amount\": 1, \"x\": {\"y\": 1}}], \"z\": [2]}"))
        .extracting(FieldError::field)
        .contains("lines[0].x", "z");
  }

  /** A body whose end follows its beginning. */
  record Span(@Nullable Integer from, @Nullable Integer to) implements CrossChecked {

    @Override
    public void check(Errors errors) {
      if (from != null && to != null && to < from) {
        errors.add("to", "lies before from");
      }
    }
  }

  @Test
  void namesFieldsThatContradictEachOtherBesideOtherErrors() {
    assertThat(errors("{\"from\": 3, \"to\": 1, \"unit\": 1}", Span.class))
        .containsExactlyInAnyOrder(
            new FieldError("unit", "is not a known field"),
            new FieldError("to", "lies before from"));
    assertThat(errors("{\"from\": \"x\", \"to\": 1}", Span.class))
        .containsExactly(new FieldError("from", "must be a whole number"));
  }

  /** A body that is kept as JSON. */
  record Kept(@JsonSize(max = 11) @Nullable Map<String, Object> attributes) {}

  @Test
  void boundsWhatIsKeptAsJson() {
    assertThat(bodies.read("{\"attributes\": {\"a\": \"123\"}}".getBytes(UTF_8), Kept.class))
        .isNotNull();
    assertThat(errors("{\"attributes\": {\"a\": \"12\\\"\"}}", Kept.class))
        .containsExactly(new FieldError("attributes", "must have at most 11 characters as JSON"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-22T09:00:00", "2026-11-22", "2026-02-30T09:00:00Z", "+12026-11-22T09:00:00Z",
        "1795345200", "", " 2026-11-22T09:00:00Z", "2026-11-22T24:00:00Z",
        "9999-12-31T23:59:59-18:00", "0001-01-01T00:00:00+18:00"
      })
  void refusesWhatIsNoInstant(String text) {
    assertThat(errors("{\"id\": \"o\", \"at\": \"" + text + "\"}"))
        .containsExactly(new FieldError("at", "must be an instant such as 2026-11-22T09:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "count": null              | count         | must not be null
          "count": 3000000000        | count         | is out of range
          "count": 1.0               | count         | must be a whole number
          "price": 1e1000000000      | price         | is out of range
          "labels": ["a", null]      | labels[1]     | must not be null
          "lines": [null]            | lines[0]      | must not be null
          "channel": ""              | channel       | must be one of EMAIL, PUSH
          "channel": "email"         | channel       | must be one of EMAIL, PUSH; did you mean EMAIL?
          "channel": " EMAIL"        | channel       | must be one of EMAIL, PUSH; did you mean EMAIL?
          "channel": 0               | channel       | must be one of EMAIL, PUSH
          "hold": 900                | hold          | must be a duration such as PT15M
          "zone": "a b"              | zone          | must be a time zone such as Europe/Berlin
          "labels": "a"              | labels        | must be a list
          "labels": {}               | labels        | must be a list
          "labels": ["\\u0000"]      | labels[0]     | must not contain the character U+0000
          "labels": ["\\ud800"]      | labels[0]     | must not contain half of a surrogate pair
          """)
  void refusesValue(String field, String path, String message) {
    assertThat(errors("{\"id\": \"o\", \"at\": \"2026-11-22T09:00:00Z\", " + field + "}"))
        .containsExactly(new FieldError(path, message));
  }

  @Test
  void refusesNamesThatNoDatabaseKeeps() {
    assertThat(
            errors(
                "{\"id\": \"o\", \"at\": \"2026-11-22T09:00:00Z\", \"attributes\": {\"a\\u0000\": 1}}"))
        .containsExactly(new FieldError("attributes.a\0", "must not contain the character U+0000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "7", "[]", "\"a\""})
  void refusesWhatIsNoObject(String body) {
    assertThat(errors(body)).containsExactly(new FieldError("", "must be an object"));
  }

  @Test
  void tellsWhatTheRecordItselfRefuses() {
    assertThat(errors("{\"from\": 2, \"to\": 1, \"note\": {\"a\": 1}}", Range.class))
        .containsExactly(new FieldError("", "from must not be after to"));
  }

  @Test
  void keepsClassNamesToItself() {
    String words =
        errors(
                "{\"id\": [], \"channel\": {}, \"at\": {}, \"labels\": 1, \"lines\": [1], \"count\": {}}")
            .toString();

    assertThat(words).doesNotContain("java", "moderato", "Order", "Instant");
  }

  private Order read(String body) {
    return bodies.read(body.getBytes(UTF_8), Order.class);
  }

  private List<FieldError> errors(String body) {
    return errors(body, Order.class);
  }

  private List<FieldError> errors(String body, Class<?> type) {
    ServiceException failure =
        catchThrowableOfType(ServiceException.class, () -> bodies.read(body.getBytes(UTF_8), type));
    assertThat(failure.code()).isEqualTo(ErrorCode.INVALID);
    return failure.errors();
  }

  enum Way {
    EMAIL,
    PUSH
  }

  record Order(
      @NotBlank String id,
      @Nullable Way channel,
      @NotNull Instant at,
      @Nullable Duration hold,
      @Nullable ZoneId zone,
      int count,
      @Nullable BigDecimal price,
      boolean express,
      @Nullable List<@Size(max = 8) String> labels,
      @Nullable List<@Valid Line> lines,
      @Nullable Map<String, Object> attributes) {}

  record Line(@NotBlank String item, int amount) {}

  record Range(int from, int to, @Nullable Map<String, Integer> note) {
    Range {
      if (from > to) {
        throw new IllegalArgumentException("from must not be after to");
      }
    }
  }
}
