package org.moderato.release.check.logic;

import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.Table;

/** Rows that never decide anything, since a wider one is at least as strict. */
final class ShadowedRows implements LogicCheck.OfTable {

  @Override
  public void check(Table table, Subject subject, Report report) {
    Shadows shadows = new Shadows(table, subject.settings());
    for (int position = 0; position < table.rows().size(); position++) {
      if (subject.budget().isSpent()) {
        return;
      }
      PolicyRow row = table.rows().get(position);
      if (!report.isSuperfluous(row) && !Periods.isOver(row.getHead(), subject.today())) {
        shadows.of(position).ifPresent(shadow -> tell(row, shadow, report));
      }
    }
  }

  private static void tell(PolicyRow row, Shadows.Shadow shadow, Report report) {
    report.markSuperfluous(row);
    String region = Report.region(row);
    report.add(
        "MOD-LOG-002",
        row,
        shadow.proved()
            ? "The row never decides anything: for "
                + region
                + ", "
                + Report.name(shadow.by())
                + " is at least as strict"
            : "It is possible that the row never decides anything: for "
                + region
                + ", the cells of "
                + Report.name(shadow.by())
                + " are at least as strict; what rules make of them is not analysed",
        "Delete the row; or let it name the other one in \"Overrides\" if it is meant as an"
            + " exception");
  }
}
