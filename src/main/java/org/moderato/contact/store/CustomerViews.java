package org.moderato.contact.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moderato.contact.KnownCustomer;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.table.Level;

/**
 * What one transaction may see of its customers. Several may be read together before they are asked
 * for. Whatever the transaction writes about somebody has to be forgotten here.
 */
public final class CustomerViews {

  private final CustomerReader reader;
  private final ContactStore contacts;
  private final Connection connection;
  private final Map<Long, Customer> customers = new HashMap<>();

  /** By the key of the person, the account or the household. */
  private final Map<Long, Past> pasts = new HashMap<>();

  CustomerViews(CustomerReader reader, ContactStore contacts, Connection connection) {
    this.reader = reader;
    this.contacts = contacts;
    this.connection = connection;
  }

  /**
   * What was read of a history.
   *
   * @param after the contacts after this instant
   * @param runningAt and those that end at or after this instant
   */
  private record Past(List<Contact> contacts, Instant after, Instant runningAt) {

    boolean covers(Instant from, Instant at) {
      return !from.isBefore(after) && !at.isBefore(runningAt);
    }

    List<Contact> since(Instant from, Instant at) {
      if (from.equals(after) && at.equals(runningAt)) {
        return contacts;
      }
      return contacts.stream()
          .filter(c -> c.at().isAfter(from) || (c.endsAt() != null && !c.endsAt().isBefore(at)))
          .toList();
    }
  }

  /**
   * Reads customers together.
   *
   * @param known who, and over which groups their contacts are counted
   * @param earliest the first instant for which they will be asked for
   * @param lookback how far back contacts are read
   */
  public void read(Map<KnownCustomer, Set<Level>> known, Instant earliest, Duration lookback)
      throws SQLException {
    customers.putAll(reader.customers(connection, known.keySet()));
    Instant from = earliest.minus(lookback);
    for (Level level : Level.values()) {
      List<Long> keys =
          known.entrySet().stream()
              .filter(one -> level == Level.CUSTOMER || one.getValue().contains(level))
              .map(one -> keyOf(one.getKey(), level))
              .filter(Objects::nonNull)
              .distinct()
              .toList();
      read(level, keys, from, earliest);
    }
  }

  private void read(Level level, Collection<Long> keys, Instant from, Instant at)
      throws SQLException {
    if (!keys.isEmpty()) {
      contacts
          .history(connection, level, keys, from, at)
          .forEach((key, found) -> pasts.put(key, new Past(found, from, at)));
    }
  }

  /**
   * What is known of a customer at an instant.
   *
   * @param lookback how far back contacts are needed; there is no upper end
   * @param levels whether the account's and the household's contacts are needed too
   */
  public CustomerView view(KnownCustomer known, Instant at, Duration lookback, Set<Level> levels)
      throws SQLException {
    Instant from = at.minus(lookback);
    return new CustomerView(
        customer(known),
        history(known, Level.CUSTOMER, from, at),
        levels.contains(Level.ACCOUNT) ? history(known, Level.ACCOUNT, from, at) : List.of(),
        levels.contains(Level.HOUSEHOLD) ? history(known, Level.HOUSEHOLD, from, at) : List.of(),
        from);
  }

  private Customer customer(KnownCustomer known) throws SQLException {
    Customer customer = customers.get(known.id());
    if (customer == null) {
      customers.putAll(reader.customers(connection, List.of(known)));
      customer = Objects.requireNonNull(customers.get(known.id()));
    }
    return customer;
  }

  private List<Contact> history(KnownCustomer known, Level level, Instant from, Instant at)
      throws SQLException {
    Long key = keyOf(known, level);
    if (key == null) {
      return List.of();
    }
    Past past = pasts.get(key);
    if (past == null || !past.covers(from, at)) {
      read(level, List.of(key), from, at);
      past = Objects.requireNonNull(pasts.get(key));
    }
    return past.since(from, at);
  }

  /** The history of a customer, of their account and of their household changed. */
  public void forgetHistory(KnownCustomer known) {
    pasts.keySet().removeAll(known.keys());
  }

  private static @Nullable Long keyOf(KnownCustomer customer, Level level) {
    return switch (level) {
      case CUSTOMER -> customer.personKey();
      case ACCOUNT -> customer.accountKey();
      case HOUSEHOLD -> customer.householdKey();
    };
  }
}
