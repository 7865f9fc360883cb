package org.moderato.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.function.Function;

/** Reads a value from its text. What may be a number in Jackson's eyes is none here. */
final class TextDeserializer<T> extends StdScalarDeserializer<T> {

  private static final long serialVersionUID = 1L;

  private final transient Function<String, T> parse;
  private final String words;

  /**
   * @param parse throws a {@link DateTimeException} if the text says nothing
   * @param words what is wrong with such a text
   */
  TextDeserializer(Class<T> type, Function<String, T> parse, String words) {
    super(type);
    this.parse = parse;
    this.words = words;
  }

  String words() {
    return words;
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    String text = parser.getText();
    try {
      return parse.apply(text);
    } catch (DateTimeException | ArithmeticException e) {
      throw context.weirdStringException(text, handledType(), words);
    }
  }
}
