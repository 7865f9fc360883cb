package org.moderato.release.guard;

import java.util.Set;

/**
 * The names that rule texts bring along themselves, over all files of a strategy.
 *
 * @param types simple names of declared types
 * @param fields names of their fields
 * @param functions names of functions
 */
public record RuleWords(Set<String> types, Set<String> fields, Set<String> functions) {

  public RuleWords {
    types = Set.copyOf(types);
    fields = Set.copyOf(fields);
    functions = Set.copyOf(functions);
  }
}
