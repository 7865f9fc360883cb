package org.moderato.release.workbook;

import org.moderato.strategy.table.Attribute;
import org.moderato.strategy.table.TableType;

/** What a column of a policy table means. */
sealed interface Column {

  /** What every table has: its key is that of the header, such as {@code validfrom}. */
  record Universal(String key) implements Column {}

  /** What limiting and counting tables inherit, such as {@code waitAtMost}. */
  record Inherited(String field, Class<?> type) implements Column {}

  /** A field that the type declares. */
  record Own(TableType.Field field) implements Column {}

  /** Which messages the row speaks of. */
  record Match(Attribute attribute) implements Column {}

  /** Which contacts the row counts. */
  record Counts(Attribute attribute) implements Column {}

  /** Which outcomes of contacts the row counts. */
  record CountsOutcome() implements Column {}

  /** Which priorities of contacts the row counts. */
  record CountsPriority() implements Column {}
}
