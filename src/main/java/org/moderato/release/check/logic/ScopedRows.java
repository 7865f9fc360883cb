package org.moderato.release.check.logic;

import java.util.BitSet;
import java.util.List;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.ScopeIndex;

/** Some rows, found by the messages that they speak of. Not thread-safe. */
final class ScopedRows {

  private final List<PolicyRow> rows;
  private final ScopeIndex index;

  ScopedRows(List<PolicyRow> rows) {
    this.rows = List.copyOf(rows);
    this.index = new ScopeIndex(rows.stream().map(row -> row.getHead().scope()).toList());
  }

  List<PolicyRow> rows() {
    return rows;
  }

  /** Those that match whenever a row does; itself too, if it is among them. */
  List<PolicyRow> covering(PolicyRow row) {
    return at(index.covering(row.getHead().scope())).stream()
        .filter(other -> Periods.covers(other.getHead(), row.getHead()))
        .toList();
  }

  /** Those that may match together with a row. */
  List<PolicyRow> meeting(PolicyRow row) {
    return rows.stream()
        .filter(other -> Periods.meet(other.getHead(), row.getHead()))
        .filter(other -> other.getHead().scope().mayOverlap(row.getHead().scope()))
        .toList();
  }

  private List<PolicyRow> at(BitSet positions) {
    return positions.stream().mapToObj(rows::get).toList();
  }
}
