package org.moderato.release.check.logic;

import org.moderato.strategy.table.Table;

/** Looks at tables from one side. Stops early once the budget is spent; what it said holds. */
interface LogicCheck {

  /** Looks at the rows of one table. */
  interface OfTable {
    void check(Table table, Subject subject, Report report);
  }

  /** Looks at the strategy as a whole. */
  interface OfStrategy {
    void check(Subject subject, Report report);
  }
}
