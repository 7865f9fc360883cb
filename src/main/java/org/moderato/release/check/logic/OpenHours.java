package org.moderato.release.check.logic;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.time.Days;
import org.moderato.strategy.time.Schedule;
import org.moderato.strategy.time.TimeRange;

/** The minutes at which the messages of one row are surely not sent, by all rows about hours. */
final class OpenHours {

  private final List<PolicyRow> quiet;
  private final List<PolicyRow> windows;
  private final WeekMinutes closed = new WeekMinutes();
  private final WeekMinutes open = new WeekMinutes();

  /**
   * @param quiet rows that surely say when not to disturb
   * @param sureWindows rows that surely say when alone to send
   * @param windows rows that may add times to these
   */
  OpenHours(PolicyRow row, ScopedRows quiet, ScopedRows sureWindows, ScopedRows windows) {
    this.quiet = quiet.covering(row);
    boolean isLimited = !sureWindows.covering(row).isEmpty();
    this.windows = isLimited ? windows.meeting(row) : List.of();
    this.windows.forEach(other -> open.addTouched(schedule(other, "within")));
    if (isLimited) {
      closed.addAllBut(open);
    }
    this.quiet.forEach(other -> closed.addWhole(schedule(other, "quiet")));
  }

  private static Schedule schedule(PolicyRow row, String field) {
    Days days = (Days) row.cell("days");
    TimeRange range = (TimeRange) Objects.requireNonNull(row.cell(field));
    return new Schedule(days == null ? Days.every() : days, range);
  }

  /** Whether no minute of any day is left, holidays or not. */
  boolean isNever() {
    return closed.hasAll();
  }

  /** Whether an ordinary day is closed, and no row alone says so. */
  boolean isClosedTogether(DayOfWeek day) {
    boolean windowsOpen = windows.isEmpty() || open.hasSome(day);
    return closed.hasAll(day)
        && windowsOpen
        && quiet.stream().map(row -> schedule(row, "quiet")).noneMatch(s -> closes(s, day));
  }

  private static boolean closes(Schedule schedule, DayOfWeek day) {
    WeekMinutes alone = new WeekMinutes();
    alone.addWhole(schedule);
    return alone.hasAll(day);
  }

  /** The rows that say so. */
  List<PolicyRow> rows() {
    List<PolicyRow> rows = new ArrayList<>();
    Stream.concat(quiet.stream(), windows.stream()).forEach(rows::add);
    return rows;
  }
}
