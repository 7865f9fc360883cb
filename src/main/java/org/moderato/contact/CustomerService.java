package org.moderato.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.moderato.contact.store.CustomerKeys;
import org.moderato.contact.store.CustomerReader;
import org.moderato.contact.store.CustomerWriter;
import org.moderato.contact.store.LinkStore;
import org.moderato.http.ServiceException;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.table.Level;

/** Customers: what is known of them, and which ids are one person. */
@ApplicationScoped
public class CustomerService {

  private static final Set<Level> GROUPS = Set.of(Level.ACCOUNT, Level.HOUSEHOLD);

  private final Ledger ledger;
  private final CustomerKeys keys;
  private final CustomerWriter writer;
  private final CustomerReader reader;
  private final LinkStore links;

  CustomerService(
      Ledger ledger,
      CustomerKeys keys,
      CustomerWriter writer,
      CustomerReader reader,
      LinkStore links) {
    this.ledger = ledger;
    this.keys = keys;
    this.writer = writer;
    this.reader = reader;
    this.links = links;
  }

  /** Replaces what is known; false if the customer was never heard of before. */
  public boolean put(String customerId, CustomerData data) {
    boolean isKnown = isKnown(customerId);
    ledger.locked(
        List.of(new CustomerRef(customerId, GROUPS)),
        locked -> {
          lockNewGroups(locked, customerId, data);
          writer.write(locked.connection(), locked.customer(customerId), data, locked.now());
          return isKnown;
        });
    return isKnown;
  }

  /**
   * Somebody who moves is counted with the new group from now on: it is locked as well. Groups come
   * after persons in the order of keys or are new, so that nobody waits in a circle.
   */
  private void lockNewGroups(Locked locked, String customerId, CustomerData data)
      throws SQLException {
    Connection connection = locked.connection();
    KnownCustomer known = locked.customer(customerId);
    SortedSet<Long> groups = new TreeSet<>();
    Stream.of(
            Optional.ofNullable(writer.keyOf(connection, "account", data.account())),
            Optional.ofNullable(writer.keyOf(connection, "household", data.household())))
        .flatMap(Optional::stream)
        .filter(key -> !key.equals(known.accountKey()) && !key.equals(known.householdKey()))
        .forEach(groups::add);
    keys.lock(connection, groups);
  }

  private boolean isKnown(String customerId) {
    return ledger.reading(customerId, locked -> locked.customers().containsKey(customerId));
  }

  /** What is known of a customer; empty if they were never heard of. */
  public Optional<Customer> find(String customerId) {
    return ledger.reading(
        customerId,
        locked -> {
          KnownCustomer known = locked.customers().get(customerId);
          if (known == null) {
            return Optional.empty();
          }
          CustomerView view =
              reader.view(
                  locked.connection(), known, locked.now(), Duration.ofSeconds(1), Set.of());
          return Optional.of(view.customer());
        });
  }

  /** Makes two ids one person: they share their history from now on. */
  public void link(String customerId, String otherId) {
    both(customerId, otherId, links::link);
  }

  /** Undoes a wrong merge. */
  public void unlink(String customerId, String otherId) {
    both(customerId, otherId, links::unlink);
  }

  private interface Change {
    void apply(Connection connection, long one, long other) throws SQLException;
  }

  private void both(String customerId, String otherId, Change change) {
    if (customerId.equals(otherId)) {
      throw ServiceException.invalid("other", "is the same id");
    }
    ledger.locked(
        List.of(new CustomerRef(customerId, Set.of()), new CustomerRef(otherId, Set.of())),
        locked -> {
          long one = locked.customer(customerId).id();
          long other = locked.customer(otherId).id();
          change.apply(locked.connection(), one, other);
          return true;
        });
  }
}
