package org.moderato.strategy.rule;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.moderato.strategy.Names;
import org.moderato.strategy.table.PolicyRow;

/** Finds the rows that more particular rows switch off. */
public final class Overrides {

  private static final String GENERAL = "general";

  private Overrides() {}

  /**
   * The rows that are switched off for a message.
   *
   * @param applied all rows that match the message; a row in shadow switches nothing off
   */
  public static Set<PolicyRow> of(Collection<PolicyRow> applied) {
    Set<PolicyRow> overridden = new HashSet<>();
    for (PolicyRow row : applied) {
      if (!row.getHead().overrides().isEmpty()) {
        overridden.addAll(by(row, applied));
      }
    }
    return overridden;
  }

  /** The rows that one of them switches off. */
  public static Set<PolicyRow> by(PolicyRow row, Collection<PolicyRow> applied) {
    Set<PolicyRow> overridden = new HashSet<>();
    if (row.isEnforced()) {
      for (String target : row.getHead().overrides()) {
        applied.stream()
            .filter(other -> other != row && isMeant(target, row, other))
            .forEach(overridden::add);
      }
    }
    return overridden;
  }

  private static boolean isMeant(String target, PolicyRow row, PolicyRow other) {
    if (!other.getHead().type().equals(row.getHead().type())) {
      return false;
    }
    return Names.word(target).equals(GENERAL)
        ? row.getHead().scope().isStrictlyWithin(other.getHead().scope())
        : Names.word(target).equals(Names.word(other.getId()));
  }
}
