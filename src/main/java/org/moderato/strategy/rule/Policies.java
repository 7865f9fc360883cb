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
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.Judging;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.table.CountingRow;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.Table;
import org.moderato.strategy.time.Days;
import org.moderato.strategy.time.Schedule;
import org.moderato.strategy.time.Schedules;
import org.moderato.strategy.time.TimeRange;

/** The policy rows that speak of a message; the global {@code policies} of the rules. */
public final class Policies {

  private final Function<String, Optional<Table>> tables;
  private final Customer customer;
  private final Judging judging;
  private final Predicate<LocalDate> holiday;
  private final Effort effort;
  private final Set<PolicyRow> applied = new LinkedHashSet<>();

  /**
   * @param tables the table of a type
   * @param holiday tells public holidays where the customer lives
   */
  public Policies(
      Function<String, Optional<Table>> tables,
      Customer customer,
      Judging judging,
      Predicate<LocalDate> holiday,
      Effort effort) {
    this.tables = tables;
    this.customer = customer;
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
    List<PolicyRow> rows = table.get().matching(message.labels(), customer, judging.at());
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
        .flatMap(t -> t.mostSpecific(message.labels(), customer, judging.at()))
        .ifPresent(rows::add);
    table
        .flatMap(t -> t.mostSpecificInShadow(message.labels(), customer, judging.at()))
        .ifPresent(rows::add);
    applied.addAll(rows);
    return rows;
  }

  /**
   * When a quiet time ends that the judged instant lies in, on the customer's wall clock.
   *
   * @param days the days on which it starts; null: every day
   * @return one instant, or none if it is not quiet
   */
  public List<Instant> quietUntil(@Nullable Days days, TimeRange range) {
    effort.check();
    Schedule schedule = new Schedule(days == null ? Days.every() : days, range);
    Schedules quiet = new Schedules(List.of(schedule), judging.zone(), holiday);
    return later(quiet.firstOutside(judging.at()));
  }

  /**
   * When the first of several send windows opens: the matching rows of a table with the columns
   * {@code days} and {@code within} together.
   *
   * @return one instant, or none if one of them is open or no row matches
   */
  public List<Instant> closedUntil(String type, Message message) {
    List<Schedule> schedules =
        matching(type, message).stream()
            .filter(PolicyRow::isEnforced)
            .map(Policies::schedule)
            .toList();
    if (schedules.isEmpty()) {
      return List.of();
    }
    return later(new Schedules(schedules, judging.zone(), holiday).firstInside(judging.at()));
  }

  private static Schedule schedule(PolicyRow row) {
    Days days = (Days) row.cell("days");
    TimeRange within = (TimeRange) Objects.requireNonNull(row.cell("within"));
    return new Schedule(days == null ? Days.every() : days, within);
  }

  /** Beyond the horizon there is no time: an instant past it ends the search. */
  private List<Instant> later(Optional<Instant> free) {
    Instant end = free.orElse(judging.at().plus(Schedules.HORIZON).plus(Schedules.HORIZON));
    return end.equals(judging.at()) ? List.of() : List.of(end);
  }

  private static boolean lacksSame(PolicyRow row, Message message) {
    return row instanceof CountingRow counting
        && counting.getSame().stream().anyMatch(name -> message.attribute(name) == null);
  }

  /** The rows that were handed out: they applied to the message. */
  public Set<PolicyRow> applied() {
    return applied;
  }
}
