package org.moderato.evaluation;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.table.Level;

/** An entry of the decision log, read back: what was asked, and what the judge saw. */
public final class LoggedDecision {

  private final Decision decision;
  private final Message message;
  private final LoggedFacts facts;

  LoggedDecision(Decision decision, Message message, LoggedFacts facts) {
    this.decision = decision;
    this.message = message;
    this.facts = facts;
  }

  public Decision decision() {
    return decision;
  }

  public Message message() {
    return message;
  }

  /** The contacts that {@link #view} needs. */
  public Stream<UUID> contactIds() {
    return facts.contactIds();
  }

  /** Whose history the judge looked at. */
  public Set<Level> levels() {
    return facts.levels();
  }

  /**
   * What the judge saw.
   *
   * @param rows the contacts as they stand now, by their ids
   * @return empty if something of it is gone
   */
  public Optional<CustomerView> view(Map<UUID, Contact> rows) {
    return facts.view(rows);
  }
}
