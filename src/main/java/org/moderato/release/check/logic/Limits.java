package org.moderato.release.check.logic;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.table.CountingRow;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.Settings;
import org.moderato.strategy.table.Table;
import org.moderato.strategy.table.TableType;
import org.moderato.strategy.time.Span;

/** Limits of 0, and windows that reach back further than history does. */
final class Limits implements LogicCheck.OfTable {

  /** A month or a calendar day may be longer by as much as clocks are changed. */
  private static final Duration CLOCK_CHANGE = Duration.ofHours(3);

  @Override
  public void check(Table table, Subject subject, Report report) {
    if (table.type().base() != TableType.Base.COUNTING) {
      return;
    }
    Meaning meaning = Meaning.of(table.type());
    for (PolicyRow row : table.rows()) {
      if (subject.budget().isSpent()) {
        return;
      }
      if (!Periods.isOver(row.getHead(), subject.today())) {
        checkZero((CountingRow) row, meaning, subject.settings(), report);
        checkWindow((CountingRow) row, subject.settings(), report);
      }
    }
  }

  private static void checkZero(
      CountingRow row, Meaning meaning, Settings settings, Report report) {
    if (row.cell("atLeast") instanceof Span span && span.isZero() && meaning == Meaning.SPACING) {
      report.add(
          "MOD-LOG-007",
          row,
          "\"At least\" is 0: the row keeps no distance, for " + Report.region(row),
          "Write a duration such as 1 day, or delete the row");
    }
    String column = meaning == Meaning.SEQUENCE ? "unansweredAtMost" : "atMost";
    if (row.cell(column) instanceof Number limit && limit.doubleValue() == 0) {
      report.add("MOD-LOG-007", row, zero(row, column, meaning, settings), hint(settings));
    }
  }

  private static String zero(CountingRow row, String column, Meaning meaning, Settings settings) {
    String name = column.equals("atMost") ? "At most" : "Unanswered at most";
    String effect =
        settings.zeroMeansUnlimited()
            ? "which means no limit: the row holds nothing back"
            : "which means nothing at all: the row lets nothing pass";
    String unsure = meaning.isKnown() ? "" : "; that is possible only, as its rules may differ";
    return "\"" + name + "\" is 0, " + effect + ", for " + Report.region(row) + unsure;
  }

  private static String hint(Settings settings) {
    return settings.zeroMeansUnlimited()
        ? "Delete the row if no limit is meant; \"Meaning of 0\" is in the sheet Settings"
        : "A row of Suppression says more clearly that nothing is sent; \"Meaning of 0\" is in the"
            + " sheet Settings";
  }

  private static void checkWindow(CountingRow row, Settings settings, Report report) {
    @Nullable Object span = row.cell("atLeast");
    Optional<Duration> reach =
        span instanceof Span distance
            ? Optional.of(distance.longest())
            : Optional.ofNullable(row.getWindow()).flatMap(window -> window.lookback());
    Duration kept = settings.historyKept();
    if (reach.isPresent() && reach.get().compareTo(kept.plus(CLOCK_CHANGE)) > 0) {
      report.add(
          "MOD-LOG-008",
          row,
          "The row looks back over "
              + (span instanceof Span ? span : row.getWindow())
              + ", but history is kept for "
              + kept.toDays()
              + " days only",
          "Shorten it, or write a longer \"History kept\" into the sheet Settings");
    }
  }
}
