package org.moderato.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.ContainerDeserializerBase;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.moderato.words.Suggestions;

/**
 * Notes what is wrong with a value, steps over it and goes on as if it were absent, so that a
 * caller hears of all errors at once.
 */
final class CheckedDeserializer extends DelegatingDeserializer {

  private static final long serialVersionUID = 1L;
  private static final int MAX_SCALE = 1000;

  private final transient Expectation expectation;

  CheckedDeserializer(JsonDeserializer<?> delegate, Expectation expectation) {
    super(delegate);
    this.expectation = expectation;
  }

  @Override
  protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> delegate) {
    return new CheckedDeserializer(delegate, expectation);
  }

  @Override
  public @Nullable Object deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    FieldErrors errors = FieldErrors.of(context);
    String path = FieldErrors.pathOf(parser);
    if (!isTaken(parser)) {
      errors.add(path, refusal(parser));
      parser.skipChildren();
      return getAbsentValue(context);
    }
    JsonStreamContext holder = FieldErrors.holderOf(parser);
    try {
      Object value = super.deserialize(parser, context);
      checkValue(value, path, errors);
      checkElements(value, path, errors);
      return value;
    } catch (JacksonException e) {
      skipTo(holder, parser);
      addFailure(e, path, errors);
      return getAbsentValue(context);
    }
  }

  /** Explicit nulls of fields mean the same as no field, but a number or flag can't be null. */
  @Override
  public @Nullable Object getNullValue(DeserializationContext context) throws JsonMappingException {
    if (handledType().isPrimitive()) {
      FieldErrors.of(context).add(FieldErrors.pathOf(context.getParser()), "must not be null");
      return getAbsentValue(context);
    }
    return super.getNullValue(context);
  }

  private boolean isTaken(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    return expectation.takes(token)
        && (token != JsonToken.VALUE_STRING || expectation.takes(parser.getText()));
  }

  private String refusal(JsonParser parser) throws IOException {
    boolean text = parser.currentToken() == JsonToken.VALUE_STRING;
    return text
        ? expectation.words() + Suggestions.didYouMean(parser.getText(), expectation.values())
        : expectation.words();
  }

  private void addFailure(JacksonException failure, String path, FieldErrors errors)
      throws JacksonException {
    if (expectation != Expectation.OBJECT) {
      boolean range = failure instanceof InputCoercionException;
      errors.add(path, range ? "is out of range" : expectation.words());
      return;
    }
    if (failure.getCause() instanceof IllegalArgumentException said && said.getMessage() != null) {
      errors.add(path, said.getMessage());
    } else if (!errors.anyBeneath(path)) {
      // Nothing that the caller could mend.
      throw failure;
    }
  }

  private static void checkValue(@Nullable Object value, String path, FieldErrors errors) {
    if (value instanceof Number number && !isModest(number)) {
      errors.add(path, "is out of range");
    }
  }

  private void checkElements(@Nullable Object value, String path, FieldErrors errors) {
    if (_delegatee instanceof ContainerDeserializerBase<?> container
        && container.getContentType().isJavaLangObject()) {
      return;
    }
    if (value instanceof List<?> list) {
      IntStream.range(0, list.size())
          .filter(i -> list.get(i) == null)
          .forEach(i -> errors.add(path + "[" + i + "]", "must not be null"));
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, element) -> {
            if (element == null) {
              errors.add(FieldErrors.join(path, key.toString()), "must not be null");
            }
          });
    }
  }

  /** Tiny texts such as 1e999999999 would take gigabytes once somebody calculates with them. */
  private static boolean isModest(Number number) {
    if (number instanceof BigDecimal decimal) {
      return Math.abs((long) decimal.scale()) <= MAX_SCALE;
    }
    return Double.isFinite(number.doubleValue());
  }

  private static void skipTo(JsonStreamContext holder, JsonParser parser) throws IOException {
    while (parser.getParsingContext() != holder && parser.nextToken() != null) {
      // What is left of the value.
    }
  }
}
