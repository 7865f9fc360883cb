package org.moderato.release.guard;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns types as people write them into descriptors as byte code has them. */
final class Signatures {

  private static final Map<String, String> PRIMITIVES =
      Map.of(
          "void", "V", "boolean", "Z", "char", "C", "byte", "B", "short", "S", "int", "I", "long",
          "J", "float", "F", "double", "D");

  private Signatures() {}

  /** Of one type, such as {@code java.util.List} or {@code int}. */
  static String descriptor(String type) {
    if (type.endsWith("[]")) {
      return "[" + descriptor(type.substring(0, type.length() - 2));
    }
    return PRIMITIVES.getOrDefault(type, "L" + type.replace('.', '/') + ";");
  }

  /**
   * Of a method.
   *
   * @param parameters types, with commas between
   */
  static String descriptor(String parameters, String result) {
    String all =
        parameters.isBlank()
            ? ""
            : Stream.of(parameters.split(","))
                .map(String::strip)
                .map(Signatures::descriptor)
                .collect(Collectors.joining());
    return "(" + all + ")" + descriptor(result);
  }
}
