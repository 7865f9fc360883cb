package org.moderato.release.check.logic;

import java.util.Collection;
import java.util.List;
import org.moderato.strategy.judge.PolicyKinds;
import org.moderato.strategy.table.PolicyRow;

/** What rows of an exemption table free from. */
final class Freedom {

  private static final String EVERYTHING = "everything";

  private Freedom() {}

  /** The kinds that a row names. */
  static List<String> kinds(PolicyRow row) {
    return row.cell("doesNotObey") instanceof Collection<?> kinds
        ? kinds.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** Whether a row frees from policies of a kind. */
  static boolean of(PolicyRow row, String kind) {
    return kinds(row).stream()
        .anyMatch(named -> isEverything(named) || PolicyKinds.isSame(named, kind));
  }

  static boolean isEverything(String kind) {
    return PolicyKinds.isSame(kind, EVERYTHING);
  }
}
