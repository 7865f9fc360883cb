package org.moderato.strategy.rule;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.table.CountedContacts;
import org.moderato.strategy.table.Level;

/**
 * The contacts of a customer, found again quickly for each row, round and channel of a judgement.
 * For one thread.
 */
public final class Histories {

  private final CustomerView view;
  private final Map<Level, ContactIndex> indexes = new EnumMap<>(Level.class);
  private final Map<Message, Map<Question, Timeline>> answers = new IdentityHashMap<>();

  public Histories(CustomerView view) {
    this.view = view;
  }

  /**
   * Which contacts are asked for.
   *
   * @param same names of attributes that they share with the message
   */
  record Question(Level level, CountedContacts counts, List<String> same) {}

  CustomerView view() {
    return view;
  }

  /** The contacts that count for a row and a message. */
  Timeline counting(Question question, Message message) {
    return answers
        .computeIfAbsent(message, m -> new HashMap<>())
        .computeIfAbsent(question, q -> find(q, message));
  }

  private Timeline find(Question question, Message message) {
    ContactFilter filter =
        new ContactFilter(question.counts(), question.same(), message, view.customer());
    List<Contact> accepted = index(question.level()).accepted(filter.scope(), filter.shared());
    accepted.removeIf(contact -> !filter.acceptsStanding(contact));
    return new Timeline(accepted);
  }

  private ContactIndex index(Level level) {
    return indexes.computeIfAbsent(level, l -> new ContactIndex(contactsOf(l), view.customer()));
  }

  private List<Contact> contactsOf(Level level) {
    return switch (level) {
      case CUSTOMER -> view.contacts();
      case ACCOUNT -> view.accountContacts();
      case HOUSEHOLD -> view.householdContacts();
    };
  }
}
