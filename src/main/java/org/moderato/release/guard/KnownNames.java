package org.moderato.release.guard;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a word in rule text may mean. Only what there is can be refused: a word that means nothing
 * is misspelt, and the compiler says so.
 */
final class KnownNames {

  private final AllowList list;
  private final Set<String> refused;
  private final RuleWords words;
  private final Map<String, Boolean> existing = new HashMap<>();

  KnownNames(AllowList list, RuleWords words) {
    this.list = list;
    this.refused = list.refusedNames();
    this.words = words;
  }

  boolean isDeclared(String type) {
    return words.types().contains(type);
  }

  boolean isFunction(String name) {
    return words.functions().contains(name);
  }

  /** Whether a simple name means a type of a package that rules may not name. */
  boolean refusesType(String packageName, String simple) {
    return !isDeclared(simple)
        && !list.hasSimpleName(simple)
        && refusesType(packageName + "." + simple);
  }

  boolean refusesType(String qualified) {
    return !list.hasType(qualified) && existing.computeIfAbsent(qualified, KnownTypes::exists);
  }

  /** Whether some type of the list has such a method that rules may not call. */
  boolean refusesCall(String method) {
    return refused.contains(method) && !isAccessor(method);
  }

  /** Getters and setters of declared fields. */
  private boolean isAccessor(String method) {
    return method.matches("(?:get|set|is)[A-Z].*")
        && words.fields().stream()
            .map(KnownNames::capitalised)
            .anyMatch(field -> field.equals(method.replaceFirst("^(?:get|set|is)", "")));
  }

  /** Whether a property is read by a method that rules may not call. */
  boolean refusesProperty(String property) {
    return !words.fields().contains(property)
        && readers(property).noneMatch(list::hasName)
        && readers(property).anyMatch(refused::contains);
  }

  private static Stream<String> readers(String property) {
    String name = capitalised(property);
    return Stream.of(property, "get" + name, "is" + name);
  }

  private static String capitalised(String word) {
    return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
