package org.moderato.strategy.rule;

import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.Table;

/**
 * The rows that speak of a message: looked for once, whatever the number of rounds, since between
 * two rounds only the time changes. For one thread.
 */
public final class Matches {

  private final Customer customer;
  private final Map<Message, Map<Table, Table.Speaking>> found = new IdentityHashMap<>();

  public Matches(Customer customer) {
    this.customer = customer;
  }

  /** The rows of a table that speak of a message and are in force at an instant; may be changed. */
  List<PolicyRow> of(Table table, Message message, Instant at) {
    return found
        .computeIfAbsent(message, m -> new IdentityHashMap<>())
        .computeIfAbsent(table, t -> t.speaking(message.labels(), customer))
        .inForce(at);
  }
}
