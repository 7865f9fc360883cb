package org.moderato.strategy.judge;

import java.util.Collection;
import java.util.List;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.Table;

/**
 * What a row of an exemption table says: the kinds that a message does not obey ({@code Does not
 * obey}), and whether such a contact still counts for policies of these kinds ({@code Counts}).
 */
final class Exemptions {

  private Exemptions() {}

  /** Whether a list of kinds names a kind, or everything. */
  static boolean names(List<String> kinds, String kind) {
    return kinds.stream()
        .anyMatch(k -> PolicyKinds.isSame(k, kind) || PolicyKinds.isSame(k, "everything"));
  }

  static boolean mayUncount(Table table) {
    return PolicyKinds.isSame(table.type().kind(), PolicyKinds.EXEMPTION)
        && table.rows().stream().anyMatch(Exemptions::uncounts);
  }

  static boolean uncounts(PolicyRow row) {
    return Boolean.FALSE.equals(row.cell("counts"));
  }

  static boolean frees(PolicyRow row, String kind) {
    return row.cell("doesNotObey") instanceof Collection<?> kinds
        && names(kinds.stream().map(String::valueOf).toList(), kind);
  }
}
