package org.moderato.strategy.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.fact.Judging;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.table.CountingRow;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.Table;
import org.moderato.strategy.table.ValueMatch;
import org.moderato.strategy.time.Days;
import org.moderato.strategy.time.Schedule;
import org.moderato.strategy.time.Schedules;
import org.moderato.strategy.time.TimeRange;

/** The policy rows that speak of a message; the global {@code policies} of the rules. */
public final class Policies {

  private final Function<String, Optional<Table>> tables;
  private final Matches matches;
  private final Judging judging;
  private final Predicate<LocalDate> holiday;
  private final Effort effort;
  private final Set<PolicyRow> applied = new LinkedHashSet<>();
  private final Set<PolicyRow> lookedUp = new LinkedHashSet<>();

  /**
   * @param tables the table of a type
   * @param matches finds the rows that speak of a message
   * @param holiday tells public holidays where the customer lives
   */
  public Policies(
      Function<String, Optional<Table>> tables,
      Matches matches,
      Judging judging,
      Predicate<LocalDate> holiday,
      Effort effort) {
    this.tables = tables;
    this.matches = matches;
    this.judging = judging;
    this.holiday = holiday;
    this.effort = effort;
  }

  /**
   * All rows of a table that match the message at the judged instant, in the order of the sheet. A
   * row with {@code Same: x} does not match a message that lacks x.
   *
   * @param type the declared type, such as {@code FrequencyCap}; a type without a sheet has no rows
   */
  public List<PolicyRow> matching(String type, Message message) {
    effort.check();
    Optional<Table> table = tables.apply(type);
    if (table.isEmpty()) {
      return List.of();
    }
    List<PolicyRow> rows = matches.of(table.get(), message, judging.at());
    rows.removeIf(row -> lacksSame(row, message));
    applied.addAll(rows);
    return rows;
  }

  /**
   * The most specific enforced row of a lookup table for the message, and the row in shadow that
   * would take its place.
   */
  public List<PolicyRow> lookup(String type, Message message) {
    effort.check();
    Optional<Table> table = tables.apply(type);
    List<PolicyRow> rows = new ArrayList<>();
    table
        .flatMap(t -> Table.mostSpecific(matches.of(t, message, judging.at())))
        .ifPresent(rows::add);
    table
        .flatMap(t -> Table.mostSpecificInShadow(matches.of(t, message, judging.at())))
        .ifPresent(rows::add);
    applied.addAll(rows);
    lookedUp.addAll(rows);
    return rows;
  }

  /**
   * When a quiet time ends that the judged instant lies in, on the customer's wall clock.
   *
   * @param days the days on which it starts; null: every day
   * @return one instant, or none if it is not quiet; {@link Instant#MAX} if it doesn't end within
   *     400 days
   */
  public List<Instant> quietUntil(@Nullable Days days, TimeRange range) {
    effort.check();
    Schedule schedule = new Schedule(days == null ? Days.every() : days, range);
    return later(schedules(List.of(schedule)).firstOutside(judging.at()));
  }

  /**
   * When the first of several send windows opens: the rows of a table with the columns {@code days}
   * and {@code within} that match the message, as they are in force, together with the given one. A
   * row in shadow is joined by others in shadow.
   *
   * @return one instant, or none if one of them is open; {@link Instant#MAX} if none opens within
   *     400 days
   */
  public List<Instant> closedUntil(PolicyRow row, Message message) {
    effort.check();
    Table table = tables.apply(row.getHead().type()).orElseThrow();
    Instant horizon = judging.at().plus(Schedules.HORIZON);
    Instant from = judging.at();
    while (from.isBefore(horizon)) {
      List<Schedule> windows = windows(matches.of(table, message, from), row);
      // Once no row is in force any more, the message may be sent.
      Optional<Instant> opens =
          windows.isEmpty() ? Optional.of(from) : schedules(windows).firstInside(from);
      Instant change = table.nextChange(from).orElse(Instant.MAX);
      if (opens.isPresent() && opens.get().isBefore(change)) {
        return later(opens);
      }
      from = change;
    }
    return List.of(Instant.MAX);
  }

  private static List<Schedule> windows(List<PolicyRow> matching, PolicyRow row) {
    Set<PolicyRow> overridden = Overrides.of(matching);
    return matching.stream()
        .filter(other -> other == row || !overridden.contains(other))
        .filter(other -> other.isEnforced() || !row.isEnforced())
        .map(Policies::schedule)
        .toList();
  }

  private static Schedule schedule(PolicyRow row) {
    Days days = (Days) row.cell("days");
    TimeRange within = (TimeRange) Objects.requireNonNull(row.cell("within"));
    return new Schedule(days == null ? Days.every() : days, within);
  }

  private Schedules schedules(List<Schedule> schedules) {
    return new Schedules(schedules, judging.zone(), holiday);
  }

  private List<Instant> later(Optional<Instant> free) {
    Instant end = free.orElse(Instant.MAX);
    return end.equals(judging.at()) ? List.of() : List.of(end);
  }

  private static boolean lacksSame(PolicyRow row, Message message) {
    return row instanceof CountingRow counting
        && !counting.getSame().isEmpty()
        && counting.getSame().stream()
            .anyMatch(name -> ValueMatch.words(message.attribute(name)).isEmpty());
  }

  /** The rows that were handed out as the most specific of a lookup table. */
  public Set<PolicyRow> lookedUp() {
    return lookedUp;
  }

  /** The rows that were handed out: they applied to the message. */
  public Set<PolicyRow> applied() {
    return applied;
  }
}
