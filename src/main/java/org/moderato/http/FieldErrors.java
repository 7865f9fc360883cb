package org.moderato.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong with a body, one error a field, in the order in which it was found. */
final class FieldErrors {

  /** The attribute of the reader under which the errors are found again. */
  static final Object ATTRIBUTE = FieldErrors.class;

  private final Map<String, String> messages = new LinkedHashMap<>();

  static FieldErrors of(DeserializationContext context) {
    return (FieldErrors) context.getAttribute(ATTRIBUTE);
  }

  /** Keeps the first error of a field; what follows is mostly its consequence. */
  void add(String field, String message) {
    messages.putIfAbsent(field, message);
  }

  boolean isEmpty() {
    return messages.isEmpty();
  }

  /** Whether a field of the object at the path is wrong. */
  boolean anyBeneath(String path) {
    return messages.keySet().stream()
        .anyMatch(
            field ->
                path.isEmpty() || field.startsWith(path + ".") || field.startsWith(path + "["));
  }

  /** Throws an INVALID if there is any error. */
  void refuseAny() {
    if (isEmpty()) {
      return;
    }
    List<FieldError> errors = list();
    if (errors.size() > 1) {
      throw new ServiceException(ErrorCode.INVALID, errors.size() + " fields are wrong", errors);
    }
    FieldError error = errors.get(0);
    String subject = error.field().isEmpty() ? "The body" : error.field();
    throw new ServiceException(ErrorCode.INVALID, subject + " " + error.message(), errors);
  }

  private List<FieldError> list() {
    return messages.entrySet().stream()
        .map(entry -> new FieldError(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** The context that holds the parser's current value, not the one that the value opens. */
  static JsonStreamContext holderOf(JsonParser parser) {
    JsonToken token = parser.currentToken();
    JsonStreamContext context = parser.getParsingContext();
    boolean opened = token != null && token.isStructStart();
    return opened ? context.getParent() : context;
  }

  /** Where the parser's current value stands, such as {@code consent[0].channel}. */
  static String pathOf(JsonParser parser) {
    return path(holderOf(parser));
  }

  private static String path(JsonStreamContext context) {
    if (context.inRoot()) {
      return "";
    }
    String parent = path(context.getParent());
    if (context.inArray()) {
      return parent + "[" + context.getCurrentIndex() + "]";
    }
    return join(parent, context.getCurrentName());
  }

  static String join(String parent, String name) {
    return parent.isEmpty() ? name : parent + "." + name;
  }
}
