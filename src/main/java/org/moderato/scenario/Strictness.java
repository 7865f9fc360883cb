package org.moderato.scenario;

import java.util.HashMap;
import java.util.Map;
import org.moderato.strategy.Names;
import org.moderato.strategy.table.CountingRow;
import org.moderato.strategy.table.Mode;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.RowHead;

/** Compares rows of one table as far as their cells alone tell. */
final class Strictness {

  private static final String LIMIT = "atMost";
  private static final String COUNTS = "counts";

  private Strictness() {}

  /**
   * Whether a row says at least as much as another one, wherever that one applies: the same cells,
   * or a smaller limit, over at least as many messages, days and contacts. False where that cannot
   * be told.
   */
  static boolean isAtLeastAsStrict(PolicyRow row, PolicyRow other) {
    return row.getHead().mode() == Mode.ENFORCE
        && other.getHead().scope().isWithin(row.getHead().scope())
        && coversDays(row.getHead(), other.getHead())
        && !overrides(other, row)
        && countsAtLeast(row, other)
        && hasCellsOf(row, other)
        && !(isSame(row, other) && row.getHead().source().row() > other.getHead().source().row());
  }

  /** Of two rows that say the same, only the second one is superfluous. */
  private static boolean isSame(PolicyRow row, PolicyRow other) {
    return row.getHead().scope().equals(other.getHead().scope()) && limit(row) == limit(other);
  }

  private static boolean coversDays(RowHead row, RowHead other) {
    boolean startsInTime =
        row.validFrom() == null
            || (other.validFrom() != null && !row.validFrom().isAfter(other.validFrom()));
    boolean endsInTime =
        row.validTo() == null
            || (other.validTo() != null && !row.validTo().isBefore(other.validTo()));
    return startsInTime && endsInTime;
  }

  private static boolean overrides(PolicyRow row, PolicyRow other) {
    return row.getHead().overrides().stream()
        .map(Names::word)
        .anyMatch(id -> id.equals("general") || id.equals(Names.word(other.getId())));
  }

  private static boolean countsAtLeast(PolicyRow row, PolicyRow other) {
    if (row instanceof CountingRow one && other instanceof CountingRow two) {
      return two.getCounts().scope().isWithin(one.getCounts().scope())
          && one.getCounts().outcome().equals(two.getCounts().outcome())
          && one.getCounts().priority().equals(two.getCounts().priority());
    }
    return true;
  }

  private static boolean hasCellsOf(PolicyRow row, PolicyRow other) {
    return cells(row).equals(cells(other)) && limit(row) <= limit(other);
  }

  private static Map<String, Object> cells(PolicyRow row) {
    Map<String, Object> cells = new HashMap<>(row.cells());
    cells.remove(LIMIT);
    cells.remove(COUNTS);
    return cells;
  }

  private static double limit(PolicyRow row) {
    return row.cell(LIMIT) instanceof Number limit ? limit.doubleValue() : Double.POSITIVE_INFINITY;
  }
}
