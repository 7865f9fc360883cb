package org.moderato.evaluation;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.moderato.contact.KnownCustomer;
import org.moderato.contact.Locked;
import org.moderato.contact.MessageKey;
import org.moderato.contact.NewContact;
import org.moderato.contact.store.ContactStore;
import org.moderato.contact.store.CustomerViews;
import org.moderato.contact.store.MessageKeyStore;
import org.moderato.evaluation.store.DecisionLog;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.table.Level;

/**
 * The messages that share a transaction: what is known of them was read together, and what becomes
 * of them is written together, at the end or before anything that depends on it is read.
 */
final class Transaction {

  private final Locked locked;
  private final Stores stores;
  private final CustomerViews views;

  /** Keys of those of whose contacts something is not written yet. */
  private final Set<Long> changed = new HashSet<>();

  private final Map<Use, MessageKey> keys = new HashMap<>();
  private final List<NewContact> contacts = new ArrayList<>();
  private final List<Contact> plans = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();
  private final List<MessageKey> newKeys = new ArrayList<>();
  private final List<MessageKey> changedKeys = new ArrayList<>();

  Transaction(Locked locked, CustomerViews views, Stores stores) {
    this.locked = locked;
    this.views = views;
    this.stores = stores;
  }

  /** The tables that are written. */
  record Stores(ContactStore contacts, MessageKeyStore keys, DecisionLog log) {}

  /** A sender's own id. */
  private record Use(String sender, String messageId) {

    static Use of(Question question) {
      return new Use(question.sender(), question.message().messageId());
    }

    static Use of(MessageKey key) {
      return new Use(key.sender(), key.messageId());
    }
  }

  Locked locked() {
    return locked;
  }

  /** Reads customers together, none of whom was decided about yet. */
  void readCustomers(Map<KnownCustomer, Set<Level>> known, Instant earliest, Duration lookback)
      throws SQLException {
    views.read(known, earliest, lookback);
  }

  /** What may be seen of a customer, after all that was decided before. */
  CustomerViews viewsOf(KnownCustomer known) throws SQLException {
    if (!Collections.disjoint(changed, known.keys())) {
      flush();
    }
    return views;
  }

  /** Reads which of the ids are in use. */
  void readKeys(List<Question> questions) throws SQLException {
    Map<String, List<String>> ids = new HashMap<>();
    for (Question question : questions) {
      ids.computeIfAbsent(question.sender(), sender -> new ArrayList<>())
          .add(question.message().messageId());
    }
    for (Map.Entry<String, List<String>> some : ids.entrySet()) {
      stores
          .keys()
          .find(locked.connection(), some.getKey(), some.getValue())
          .forEach(key -> keys.put(Use.of(key), key));
    }
  }

  /** What its id was used for already. */
  Optional<MessageKey> key(Question question) {
    return Optional.ofNullable(keys.get(Use.of(question)));
  }

  Optional<Contact> contactOf(MessageKey key) throws SQLException {
    if (key.contactId() == null) {
      return Optional.empty();
    }
    flush();
    return stores.contacts().find(locked.connection(), key.contactId());
  }

  Decision decisionOf(MessageKey key) throws SQLException {
    flush();
    UUID id = Objects.requireNonNull(key.evaluationId());
    return stores.log().find(locked.connection(), id).orElseThrow();
  }

  void take(NewContact contact) {
    contacts.add(contact);
    change(contact.customer());
  }

  void drop(Contact plan, KnownCustomer customer) {
    plans.add(plan);
    change(customer);
  }

  private void change(KnownCustomer customer) {
    changed.addAll(customer.keys());
    views.forgetHistory(customer);
  }

  void decide(Decision decision, MessageKey key) {
    decisions.add(decision);
    (keys.put(Use.of(key), key) == null ? newKeys : changedKeys).add(key);
  }

  /** Writes what is not written yet. */
  void flush() throws SQLException {
    stores.contacts().dropPlans(locked.connection(), plans);
    stores.contacts().insert(locked.connection(), contacts);
    stores.log().append(locked.connection(), decisions);
    stores.keys().insert(locked.connection(), newKeys, locked.now());
    stores.keys().update(locked.connection(), changedKeys, locked.now());
    List.of(plans, contacts, decisions, newKeys, changedKeys).forEach(List::clear);
    changed.clear();
  }
}
