package org.moderato.release.check.logic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.moderato.strategy.Names;
import org.moderato.strategy.rule.Overrides;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.Table;

/** Which rows of a table switch which others off. Not thread-safe. */
final class Overriders {

  private static final String GENERAL = "general";

  private final Map<String, List<PolicyRow>> byTarget = new HashMap<>();
  private final Map<PolicyRow, List<PolicyRow>> known = new IdentityHashMap<>();

  Overriders(Table table) {
    for (PolicyRow row : table.rows()) {
      for (String target : row.getHead().overrides()) {
        byTarget.computeIfAbsent(Names.word(target), t -> new ArrayList<>()).add(row);
      }
    }
  }

  /** The rows that switch this one off for the messages that both match. */
  List<PolicyRow> of(PolicyRow row) {
    return known.computeIfAbsent(row, this::find);
  }

  private List<PolicyRow> find(PolicyRow row) {
    List<PolicyRow> candidates = new ArrayList<>();
    candidates.addAll(byTarget.getOrDefault(Names.word(row.getId()), List.of()));
    candidates.addAll(byTarget.getOrDefault(GENERAL, List.of()));
    return candidates.stream().filter(other -> overrides(other, row)).distinct().toList();
  }

  /** Whether one row switches the other one off where both match. */
  static boolean overrides(PolicyRow row, PolicyRow other) {
    return !row.getHead().overrides().isEmpty()
        && Overrides.by(row, List.of(other)).contains(other);
  }

  /** Whether no row switches the one off and leaves the other one in force for some message. */
  boolean takeBoth(PolicyRow row, PolicyRow other) {
    return of(row).stream().allMatch(by -> by != other && takesToo(by, other));
  }

  private static boolean takesToo(PolicyRow by, PolicyRow other) {
    return !by.getHead().scope().mayOverlap(other.getHead().scope()) || overrides(by, other);
  }
}
