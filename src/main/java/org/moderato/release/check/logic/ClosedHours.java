package org.moderato.release.check.logic;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.Scope;
import org.moderato.strategy.table.Table;

/**
 * Quiet hours and send windows that together leave no time. A row that closes a day by itself is
 * meant; that some of them close one together seldom is.
 */
final class ClosedHours implements LogicCheck.OfStrategy {

  @Override
  public void check(Subject subject, Report report) {
    ScopedRows quiet = certain(Meaning.QUIET_HOURS, subject);
    ScopedRows windows = new ScopedRows(subject.enforced(Meaning.SEND_WINDOW));
    ScopedRows sureWindows = certain(Meaning.SEND_WINDOW, subject);
    List<Scope> told = new ArrayList<>();
    List<PolicyRow> widestFirst =
        Stream.concat(quiet.rows().stream(), sureWindows.rows().stream())
            .sorted(Comparator.comparingInt(row -> row.getHead().scope().matches().size()))
            .toList();
    for (PolicyRow row : widestFirst) {
      if (subject.budget().isSpent()) {
        return;
      }
      Scope scope = row.getHead().scope();
      if (told.stream().noneMatch(scope::isSurelyWithin)
          && tell(row, new OpenHours(row, quiet, sureWindows, windows), report)) {
        told.add(scope);
      }
    }
  }

  /** Rows that are enforced, and that no other row switches off. */
  private static ScopedRows certain(Meaning meaning, Subject subject) {
    List<PolicyRow> rows = new ArrayList<>();
    for (Table table : subject.tables(meaning).toList()) {
      Overriders overriders = new Overriders(table);
      table.rows().stream()
          .filter(row -> row.isEnforced() && overriders.of(row).isEmpty())
          .filter(row -> !Periods.isOver(row.getHead(), subject.today()))
          .forEach(rows::add);
    }
    return new ScopedRows(rows);
  }

  private static boolean tell(PolicyRow row, OpenHours hours, Report report) {
    if (hours.isNever()) {
      add(row, hours, "any day", report);
      return true;
    }
    List<String> closed =
        Stream.of(DayOfWeek.values())
            .filter(hours::isClosedTogether)
            .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
            .toList();
    if (closed.isEmpty()) {
      return false;
    }
    add(row, hours, String.join(", ", closed) + " (but for holidays)", report);
    return true;
  }

  private static void add(PolicyRow row, OpenHours hours, String days, Report report) {
    String others =
        hours.rows().stream()
            .filter(other -> other != row)
            .map(Report::name)
            .collect(Collectors.joining(", "));
    report.add(
        "MOD-LOG-009",
        row,
        "No minute of "
            + days
            + " is left for "
            + Report.region(row)
            + (others.isEmpty() ? "" : ": see also " + others),
        "Shorten the quiet hours or widen the send windows; to stop messages, a row of Suppression"
            + " is clearer");
  }
}
