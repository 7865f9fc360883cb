package org.moderato.release.guard;

import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the program itself has under a name; nothing is initialised by being looked up. */
public final class KnownTypes {

  private KnownTypes() {}

  /** Whether there is such a class; a nested one is named with a dot or a dollar sign. */
  public static boolean exists(String qualifiedName) {
    return find(qualifiedName).isPresent();
  }

  private static Optional<Class<?>> find(String name) {
    try {
      return Optional.of(Class.forName(name, false, KnownTypes.class.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError e) {
      return nested(name);
    }
  }

  private static Optional<Class<?>> nested(String name) {
    int dot = name.lastIndexOf('.');
    boolean isType = dot > 0 && name.substring(0, dot).matches("(?:.*\\.)?[A-Z]\\w*");
    return isType ? find(name.substring(0, dot) + "$" + name.substring(dot + 1)) : Optional.empty();
  }

  /** All types that a type extends, directly or not, without itself. */
  static Stream<String> supertypes(String qualifiedName) {
    Set<String> found = new LinkedHashSet<>();
    find(qualifiedName).ifPresent(type -> addSupertypes(type, found));
    return found.stream();
  }

  private static void addSupertypes(Class<?> type, Set<String> found) {
    Stream.concat(Stream.ofNullable(superclass(type)), Stream.of(type.getInterfaces()))
        .filter(known -> found.add(known.getName()))
        .forEach(known -> addSupertypes(known, found));
  }

  /** Interfaces have the methods of Object, too. */
  private static @Nullable Class<?> superclass(Class<?> type) {
    return type.isInterface() ? Object.class : type.getSuperclass();
  }

  /** Names of the public methods and fields of a type. */
  static Stream<String> memberNames(String qualifiedName) {
    return find(qualifiedName).stream()
        .flatMap(
            type ->
                Stream.<Member>concat(
                    Stream.<Method>of(type.getMethods()), Stream.<Field>of(type.getFields())))
        .map(Member::getName);
  }
}
