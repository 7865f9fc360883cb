package org.moderato.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.moderato.words.Suggestions;

/** Notes fields that nobody reads, and goes on. */
final class UnknownFields extends DeserializationProblemHandler {

  @Override
  public boolean handleUnknownProperty(
      DeserializationContext context,
      JsonParser parser,
      @Nullable JsonDeserializer<?> deserializer,
      Object beanOrClass,
      String name)
      throws IOException {
    FieldErrors.of(context).add(path(context, parser, name), message(name, known(deserializer)));
    parser.skipChildren();
    return true;
  }

  /**
   * Fields before a record's last known one come from a buffer, when the parser has left the
   * record.
   */
  private static String path(DeserializationContext context, JsonParser parser, String name) {
    JsonParser original = context.getParser();
    return parser == original
        ? FieldErrors.pathOf(parser)
        : FieldErrors.join(FieldErrors.pathOf(original), name);
  }

  private static Collection<String> known(@Nullable JsonDeserializer<?> deserializer) {
    Collection<Object> names = deserializer == null ? null : deserializer.getKnownPropertyNames();
    return names == null ? List.of() : names.stream().map(Objects::toString).toList();
  }

  private static String message(String name, Collection<String> known) {
    return "is not a known field" + Suggestions.didYouMean(name, known);
  }
}
