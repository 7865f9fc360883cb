package org.moderato.release.check.logic;

import org.moderato.strategy.table.CountingRow;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.Table;

/** Rows that another one switches off whenever they match. */
final class SwitchedOffRows implements LogicCheck.OfTable {

  @Override
  public void check(Table table, Subject subject, Report report) {
    if (table.type().lookup()) {
      return;
    }
    Overriders overriders = new Overriders(table);
    for (PolicyRow row : table.rows()) {
      if (subject.budget().isSpent()) {
        return;
      }
      overriders.of(row).stream()
          .filter(by -> isAlwaysThere(by, row))
          .findFirst()
          .ifPresent(by -> tell(by, row, report));
    }
  }

  private static boolean isAlwaysThere(PolicyRow by, PolicyRow row) {
    return row.getHead().scope().isSurelyWithin(by.getHead().scope())
        && Periods.covers(by.getHead(), row.getHead())
        && (!(by instanceof CountingRow one)
            || Strictness.same((CountingRow) row).containsAll(Strictness.same(one)));
  }

  private static void tell(PolicyRow by, PolicyRow row, Report report) {
    report.markSuperfluous(row);
    report.add(
        "MOD-LOG-006",
        row,
        "The row never acts: wherever it matches ("
            + Report.region(row)
            + "), "
            + Report.name(by)
            + " overrides it",
        "Delete one of them, or let the overriding row speak of less");
  }
}
