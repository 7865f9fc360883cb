package org.moderato.release.check.logic;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.table.RowHead;

/** Compares the days through which rows are in force. */
final class Periods {

  private Periods() {}

  /** Whether a row is in force whenever the other one is. */
  static boolean covers(RowHead row, RowHead other) {
    return startsBy(row.validFrom(), other.validFrom())
        && endsAfter(row.validTo(), other.validTo());
  }

  private static boolean startsBy(@Nullable LocalDate start, @Nullable LocalDate other) {
    return start == null || (other != null && !start.isAfter(other));
  }

  private static boolean endsAfter(@Nullable LocalDate end, @Nullable LocalDate other) {
    return end == null || (other != null && !end.isBefore(other));
  }

  /** Whether both rows are in force on some day. */
  static boolean meet(RowHead row, RowHead other) {
    return !endsBefore(row, other) && !endsBefore(other, row);
  }

  private static boolean endsBefore(RowHead row, RowHead other) {
    return row.validTo() != null
        && other.validFrom() != null
        && row.validTo().isBefore(other.validFrom());
  }

  /** Whether a row's last day lies before a day. */
  static boolean isOver(RowHead row, LocalDate today) {
    return row.validTo() != null && row.validTo().isBefore(today);
  }

  static boolean isInForce(RowHead row, LocalDate today) {
    return !isOver(row, today) && (row.validFrom() == null || !row.validFrom().isAfter(today));
  }
}
