package org.moderato.http;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Says what Bean Validation found in the words and paths of {@link FieldError}. */
final class Constraints {

  private Constraints() {}

  /** One error a field, in the order of the fields' paths. */
  static List<FieldError> errors(Collection<? extends ConstraintViolation<?>> violations) {
    Map<String, Set<String>> messages = new TreeMap<>();
    for (ConstraintViolation<?> violation : violations) {
      messages
          .computeIfAbsent(path(violation.getPropertyPath()), field -> new TreeSet<>())
          .add(violation.getMessage());
    }
    return messages.entrySet().stream()
        .map(entry -> new FieldError(entry.getKey(), String.join(" and ", entry.getValue())))
        .toList();
  }

  private static String path(Path nodes) {
    String path = "";
    for (Path.Node node : nodes) {
      path = append(path, node);
    }
    return path;
  }

  private static String append(String path, Path.Node node) {
    String place = path;
    if (node.getIndex() != null) {
      place += "[" + node.getIndex() + "]";
    } else if (node.getKey() != null) {
      place = FieldErrors.join(place, node.getKey().toString());
    }
    return isNamed(node) ? FieldErrors.join(place, node.getName()) : place;
  }

  /** A method's own name says nothing to a caller, and an element has none. */
  private static boolean isNamed(Path.Node node) {
    ElementKind kind = node.getKind();
    return kind == ElementKind.PROPERTY || kind == ElementKind.PARAMETER;
  }
}
