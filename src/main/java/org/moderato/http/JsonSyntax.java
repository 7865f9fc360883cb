package org.moderato.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a body once before it is bound, so that broken JSON is told from wrong fields,
 * wherever in the body either stands.
 */
final class JsonSyntax {

  private static final int MAX_DEPTH = 64;

  static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  private JsonSyntax() {}

  /**
   * Checks that the body is one JSON value.
   *
   * @param errors takes the texts that no database could keep
   * @throws ServiceException if the body is empty or malformed; says line and column
   */
  static void check(byte[] body, FieldErrors errors) {
    try (JsonParser parser = FACTORY.createParser(body)) {
      if (parser.nextToken() == null) {
        throw new ServiceException(ErrorCode.MALFORMED, "The body is empty");
      }
      checkValue(parser, errors);
      if (parser.nextToken() != null) {
        throw malformed(parser.currentTokenLocation(), "Nothing may follow the JSON value");
      }
    } catch (JsonProcessingException e) {
      throw malformed(e.getLocation(), words(e));
    } catch (IOException e) {
      throw new ServiceException(ErrorCode.MALFORMED, "The body is not UTF-8");
    }
  }

  private static void checkValue(JsonParser parser, FieldErrors errors) throws IOException {
    int depth = 0;
    do {
      JsonToken token = parser.currentToken();
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
        checkText(parser, errors);
      }
    } while (depth > 0 && parser.nextToken() != null);
  }

  private static void checkText(JsonParser parser, FieldErrors errors) throws IOException {
    String text = parser.getText();
    if (text.indexOf('\0') >= 0) {
      errors.add(FieldErrors.pathOf(parser), "must not contain the character U+0000");
    } else if (text.codePoints().anyMatch(JsonSyntax::isHalf)) {
      errors.add(FieldErrors.pathOf(parser), "must not contain half of a surrogate pair");
    }
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static ServiceException malformed(@Nullable JsonLocation location, String words) {
    if (location == null) {
      return new ServiceException(ErrorCode.MALFORMED, words);
    }
    String place = "line " + location.getLineNr() + ", column " + location.getColumnNr();
    return new ServiceException(ErrorCode.MALFORMED, words + " (" + place + ")");
  }

  private static String words(JsonProcessingException e) {
    if (e instanceof JsonEOFException) {
      return "The JSON ends too early";
    }
    if (e instanceof StreamConstraintsException) {
      return "The JSON is nested too deeply, or a number or name in it is too long";
    }
    // The parser's advice names features of its own.
    return e.getOriginalMessage().replaceAll(": enable .*", " is not allowed");
  }
}
