package org.moderato.strategy.rule;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Names;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.Labels;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.table.CountedContacts;
import org.moderato.strategy.table.Scope;
import org.moderato.strategy.table.ValueMatch;

/**
 * Decides which contacts count for a row and a message. Reservations are counted while they live.
 */
final class ContactFilter {

  private final CountedContacts counts;
  private final List<Shared> shared;
  private final Message message;
  private final Customer customer;

  /** Words of the message, one of which a contact has to have. */
  record Shared(String key, Collection<String> words) {}

  ContactFilter(CountedContacts counts, List<String> same, Message message, Customer customer) {
    this.counts = counts;
    this.message = message;
    this.customer = customer;
    this.shared =
        same.stream()
            .map(Names::key)
            .map(key -> new Shared(key, ValueMatch.words(message.labels().value(key))))
            .toList();
  }

  Scope scope() {
    return counts.scope();
  }

  List<Shared> shared() {
    return shared;
  }

  /** Whether a contact counts, whatever its labels but for its priority. */
  boolean acceptsStanding(Contact contact) {
    return acceptsStatus(contact)
        && counts.priority().accepts(contact.labels().priority())
        && !isTheMessage(contact);
  }

  boolean acceptsLabels(Labels labels) {
    return counts.scope().accepts(labels, customer) && sharesAll(labels);
  }

  private boolean acceptsStatus(Contact contact) {
    return switch (contact.status()) {
      case SENT, RESERVED -> acceptsOutcome(contact.outcome());
      case PLANNED -> names("planned") && hasPriority(contact);
      case RELEASED, EXPIRED -> false;
    };
  }

  private boolean acceptsOutcome(@Nullable String outcome) {
    boolean usual = Contact.isMade(outcome);
    if (counts.outcome() instanceof ValueMatch.Any) {
      return usual;
    }
    return (usual && names("sent")) || counts.outcome().accepts(outcome);
  }

  private boolean names(String word) {
    return counts.outcome() instanceof ValueMatch.AnyOf anyOf && anyOf.words().contains(word);
  }

  private boolean hasPriority(Contact contact) {
    if (!counts.onlyHigherPlanned()) {
      return true;
    }
    Integer theirs = contact.labels().priority();
    Integer ours = message.getPriority();
    return theirs != null && theirs > (ours == null ? 0 : ours);
  }

  /** Whether it has a word in common with the message in each of the attributes. */
  private boolean sharesAll(Labels labels) {
    for (Shared attribute : shared) {
      Collection<String> theirs = ValueMatch.words(labels.value(attribute.key()));
      if (Collections.disjoint(attribute.words(), theirs)) {
        return false;
      }
    }
    return true;
  }

  /** A contact never stands in the way of the message that it was recorded for. */
  private boolean isTheMessage(Contact contact) {
    return contact.messageId().equals(message.messageId())
        && Names.word(contact.sender()).equals(Names.word(String.valueOf(message.getDepartment())));
  }
}
