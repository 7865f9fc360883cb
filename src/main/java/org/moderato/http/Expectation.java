package org.moderato.http;

import com.fasterxml.jackson.core.JsonToken;
import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What may stand in a field.
 *
 * @param words what must stand there, for the caller
 * @param tokens the kinds of JSON value that are taken; empty for any
 * @param values the texts that are taken; empty for any
 */
record Expectation(String words, Set<JsonToken> tokens, List<String> values) {

  static final Expectation OBJECT = of("must be an object", JsonToken.START_OBJECT);
  static final Expectation LIST = of("must be a list", JsonToken.START_ARRAY);
  static final Expectation ANYTHING = of("is not valid");
  static final Expectation TEXT = of("must be a text", JsonToken.VALUE_STRING);
  private static final Expectation FLAG =
      of("must be true or false", JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE);
  private static final Expectation WHOLE = of("must be a whole number", JsonToken.VALUE_NUMBER_INT);
  private static final Expectation NUMBER =
      of("must be a number", JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_NUMBER_FLOAT);

  private static final Map<Class<?>, Expectation> SCALARS =
      Map.of(
          String.class, TEXT,
          Boolean.class, FLAG,
          Short.class, WHOLE,
          Integer.class, WHOLE,
          Long.class, WHOLE,
          BigInteger.class, WHOLE,
          Float.class, NUMBER,
          Double.class, NUMBER,
          BigDecimal.class, NUMBER);

  private static Expectation of(String words, JsonToken... tokens) {
    return new Expectation(words, Set.of(tokens), List.of());
  }

  static Expectation text(String words) {
    return of(words, JsonToken.VALUE_STRING);
  }

  static Expectation oneOf(List<String> values) {
    String words = "must be one of " + String.join(", ", values);
    return new Expectation(words, Set.of(JsonToken.VALUE_STRING), values);
  }

  static Expectation scalar(Class<?> type) {
    return SCALARS.getOrDefault(MethodType.methodType(type).wrap().returnType(), ANYTHING);
  }

  boolean takes(JsonToken token) {
    return tokens.isEmpty() || tokens.contains(token);
  }

  boolean takes(String text) {
    return values.isEmpty() || values.contains(text);
  }
}
