package org.moderato.release.workbook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.moderato.strategy.table.RowData;
import org.moderato.strategy.table.Scope;
import org.moderato.strategy.table.ScopeIndex;
import org.moderato.strategy.table.ScopeWords;

/**
 * Finds rows of a lookup table that contradict each other: both speak of some message, say
 * different things, and neither they nor a third row are more specific about just that.
 */
final class LookupCheck {

  /** Whoever has this many to mend knows what is wrong with the others. */
  private static final int MAX_REPORTED = 100;

  private final List<ReadRow> rows;
  private final List<Scope> scopes;
  private final Set<Scope> known;
  private final Problems problems;
  private final ScopeIndex index;
  private int reported;

  LookupCheck(List<ReadRow> rows, Problems problems) {
    this.rows = rows.stream().filter(row -> row.data().isPresent()).toList();
    this.scopes = this.rows.stream().map(row -> data(row).head().scope()).toList();
    this.known = new HashSet<>(scopes);
    this.problems = problems;
    this.index = new ScopeIndex(scopes);
  }

  private static RowData data(ReadRow row) {
    return row.data().orElseThrow();
  }

  void check() {
    for (int row = 0; row < rows.size() && reported < MAX_REPORTED; row++) {
      BitSet overlapping = index.overlapping(scopes.get(row));
      for (int j = overlapping.nextSetBit(0);
          j >= 0 && j < row;
          j = overlapping.nextSetBit(j + 1)) {
        if (contradict(j, row) && !isSettled(j, row, overlapping)) {
          report(j, row);
        }
      }
    }
  }

  private boolean contradict(int one, int other) {
    RowData a = data(rows.get(one));
    RowData b = data(rows.get(other));
    return !a.values().equals(b.values())
        && !scopes.get(one).isStrictlyWithin(scopes.get(other))
        && !scopes.get(other).isStrictlyWithin(scopes.get(one))
        && areInForceTogether(a, b);
  }

  private static boolean areInForceTogether(RowData a, RowData b) {
    return !endsBefore(a, b) && !endsBefore(b, a);
  }

  private static boolean endsBefore(RowData a, RowData b) {
    return a.head().validTo() != null
        && b.head().validFrom() != null
        && a.head().validTo().isBefore(b.head().validFrom());
  }

  /** Whether a third row, more specific than both, speaks for all that both match. */
  private boolean isSettled(int one, int other, BitSet overlapping) {
    Scope a = scopes.get(one);
    Scope b = scopes.get(other);
    Scope both = a.and(b);
    if (known.contains(both) && both.isStrictlyWithin(a) && both.isStrictlyWithin(b)) {
      return true;
    }
    return overlapping.stream()
        .mapToObj(scopes::get)
        .anyMatch(
            third ->
                both.isWithin(third) && third.isStrictlyWithin(a) && third.isStrictlyWithin(b));
  }

  private void report(int one, int other) {
    reported++;
    ReadRow first = rows.get(one);
    ReadRow second = rows.get(other);
    String message =
        "The row contradicts row "
            + (first.idCell().row() + 1)
            + ": both match "
            + region(scopes.get(one).and(scopes.get(other)))
            + ", and neither is more specific";
    String hint =
        "Add a row for just that, or give both the same values; the other row is "
            + first.sheet().place(first.idCell());
    problems.error("MOD-TAB-016", second.sheet(), second.idCell(), message, hint);
  }

  private static String region(Scope scope) {
    List<String> parts = new ArrayList<>();
    scope.sorted().forEach((attribute, match) -> parts.add(attribute + " " + ScopeWords.of(match)));
    return parts.isEmpty() ? "all messages" : String.join(" and ", parts);
  }
}
