package org.moderato.strategy.rule;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.Judging;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.table.CountingRow;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.Table;

/** The policy rows that speak of a message; the global {@code policies} of the rules. */
public final class Policies {

  private final Function<String, Optional<Table>> tables;
  private final Customer customer;
  private final Judging judging;
  private final Effort effort;
  private final Set<PolicyRow> applied = new LinkedHashSet<>();

  public Policies(
      Function<String, Optional<Table>> tables, Customer customer, Judging judging, Effort effort) {
    this.tables = tables;
    this.customer = customer;
    this.judging = judging;
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
   * The most specific row of a lookup table for the message.
   *
   * @return one row, or none
   */
  public List<PolicyRow> lookup(String type, Message message) {
    effort.check();
    Optional<PolicyRow> row =
        tables.apply(type).flatMap(t -> t.mostSpecific(message.labels(), customer, judging.at()));
    row.ifPresent(applied::add);
    return row.map(List::of).orElse(List.of());
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
