package org.moderato.scenario.file;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.moderato.strategy.Names;

/** The names that may stand in one kind of part; worked out once, since files have many parts. */
final class KnownFields {

  private final List<String> names;
  private final Set<String> keys = new HashSet<>();

  private KnownFields(Collection<String> names) {
    this.names = List.copyOf(names);
    names.forEach(name -> keys.add(Names.key(name)));
  }

  static KnownFields of(String... names) {
    return new KnownFields(List.of(names));
  }

  /** These, and some more. */
  KnownFields and(Stream<String> more) {
    return new KnownFields(Stream.concat(names.stream(), more).toList());
  }

  /**
   * @param key in the form of {@link Names#key}
   */
  boolean has(String key) {
    return keys.contains(key);
  }

  /** As people write them. */
  List<String> names() {
    return names;
  }
}
