package org.moderato.release.check.logic;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Names;
import org.moderato.strategy.table.CountedContacts;
import org.moderato.strategy.table.CountingRow;
import org.moderato.strategy.table.Direction;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.Settings;
import org.moderato.strategy.table.Waiting;
import org.moderato.strategy.time.Days;
import org.moderato.strategy.time.Schedule;
import org.moderato.strategy.time.Span;
import org.moderato.strategy.time.TimeRange;
import org.moderato.strategy.time.Window;

/**
 * Compares what two rows of one table say, where both of them apply. Each answer is yes only if it
 * follows from the cells: whenever the one lets a message pass, so does the other one, and never
 * later.
 */
final class Strictness {

  private static final String LIMIT = "atMost";
  private static final Set<String> COUNTING = Set.of("counts", "same", "level");

  private final Meaning meaning;
  private final Settings settings;

  Strictness(Meaning meaning, Settings settings) {
    this.meaning = meaning;
    this.settings = settings;
  }

  /** Whether a row says at least as much as another one. */
  boolean isAtLeastAsStrict(PolicyRow row, PolicyRow other) {
    return switch (meaning) {
      case FREQUENCY_CAP, DUPLICATE ->
          countsAtLeast(row, other)
              && hasLowerLimit(row, other)
              && coversWindow(row, other)
              && sameCells(row, other, LIMIT, "window");
      case SPACING -> countsAtLeast(row, other) && keepsDistance(row, other);
      case QUIET_HOURS -> coversHours(row, other) && sameCells(row, other, "days", "quiet");
      case SUPPRESSION -> suppresses(row, other);
      case EXEMPTION -> frees(row, other) && sameCells(row, other, "doesNotObey", "counts");
      case SEND_WINDOW, SEQUENCE -> row.cells().equals(other.cells());
      case UNKNOWN ->
          countsAtLeast(row, other) && hasLowerLimit(row, other) && sameCells(row, other, LIMIT);
    };
  }

  /** Whether all cells but these, and those that say what is counted, are the same. */
  private static boolean sameCells(PolicyRow row, PolicyRow other, String... compared) {
    return others(row, compared).equals(others(other, compared));
  }

  private static Map<String, Object> others(PolicyRow row, String... compared) {
    Map<String, Object> cells = new HashMap<>(row.cells());
    cells.keySet().removeAll(Set.of(compared));
    if (row instanceof CountingRow) {
      cells.keySet().removeAll(COUNTING);
    }
    return cells;
  }

  /** Whether it counts each contact that the other one counts. */
  static boolean countsAtLeast(PolicyRow row, PolicyRow other) {
    if (!(row instanceof CountingRow one) || !(other instanceof CountingRow two)) {
      return true;
    }
    CountedContacts ours = one.getCounts();
    CountedContacts theirs = two.getCounts();
    return one.getLevel() == two.getLevel()
        && same(two).containsAll(same(one))
        && theirs.scope().isSurelyWithin(ours.scope())
        && ours.outcome().equals(theirs.outcome())
        && ours.priority().equals(theirs.priority())
        && (!ours.onlyHigherPlanned() || theirs.onlyHigherPlanned());
  }

  static Set<String> same(CountingRow row) {
    return row.getSame().stream().map(Names::key).collect(Collectors.toSet());
  }

  /** A blank limit means what the declared type says, which is not known here. */
  private boolean hasLowerLimit(PolicyRow row, PolicyRow other) {
    Object ours = row.cell(LIMIT);
    Object theirs = other.cell(LIMIT);
    return ours instanceof Number one && theirs instanceof Number two
        ? limit(one) <= limit(two)
        : Objects.equals(ours, theirs);
  }

  private double limit(Number limit) {
    return limit.doubleValue() == 0 && settings.zeroMeansUnlimited()
        ? Double.POSITIVE_INFINITY
        : limit.doubleValue();
  }

  private boolean coversWindow(PolicyRow row, PolicyRow other) {
    @Nullable Window ours = ((CountingRow) row).getWindow();
    @Nullable Window theirs = ((CountingRow) other).getWindow();
    return ours == null || theirs == null
        ? ours == theirs
        : ours.covers(theirs, settings.historyKept());
  }

  private static boolean keepsDistance(PolicyRow row, PolicyRow other) {
    return row.cell("atLeast") instanceof Span ours
        && other.cell("atLeast") instanceof Span theirs
        && ours.covers(theirs)
        && (row.cell("direction") == Direction.BOTH
            || Objects.equals(row.cell("direction"), other.cell("direction")))
        && sameCells(row, other, "atLeast", "direction");
  }

  private static boolean coversHours(PolicyRow row, PolicyRow other) {
    return quiet(row).covers(quiet(other));
  }

  private static Schedule quiet(PolicyRow row) {
    Days days = (Days) row.cell("days");
    return new Schedule(
        days == null ? Days.every() : days, (TimeRange) Objects.requireNonNull(row.cell("quiet")));
  }

  /** One that always suppresses leaves nothing to say. An open situation has no end to compare. */
  private static boolean suppresses(PolicyRow row, PolicyRow other) {
    List<String> ours = words(row.cell("situation"));
    List<String> theirs = words(other.cell("situation"));
    if (ours.isEmpty()) {
      return true;
    }
    boolean waits = row.cell("outcome") instanceof Waiting w && !w.equals(Waiting.SUPPRESS);
    boolean covers = ours.containsAll(theirs) && !theirs.isEmpty();
    return sameCells(row, other, "situation") && covers && (!waits || theirs.containsAll(ours));
  }

  private static boolean frees(PolicyRow row, PolicyRow other) {
    List<String> ours = words(row.cell("doesNotObey"));
    boolean all = ours.contains("everything");
    boolean uncounts = Boolean.FALSE.equals(row.cell("counts"));
    boolean theirsUncounts = Boolean.FALSE.equals(other.cell("counts"));
    return (all || ours.containsAll(words(other.cell("doesNotObey"))))
        && (uncounts || !theirsUncounts);
  }

  private static List<String> words(@Nullable Object list) {
    return list instanceof Collection<?> values
        ? values.stream().map(value -> Names.word(String.valueOf(value))).toList()
        : List.of();
  }
}
