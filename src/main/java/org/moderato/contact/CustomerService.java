package org.moderato.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.moderato.contact.store.CustomerKeys;
import org.moderato.contact.store.CustomerReader;
import org.moderato.contact.store.CustomerWriter;
import org.moderato.contact.store.LinkStore;
import org.moderato.http.ErrorCode;
import org.moderato.http.ServiceException;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.CustomerView;

/** Customers: what is known of them, and which ids are one person. */
@ApplicationScoped
public class CustomerService {

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
    // Made and committed before anything is locked, so that nobody waits for a new row.
    Groups groups = ledger.reading(null, locked -> keys.groups(locked.connection(), data));
    return ledger.locked(
        List.of(CustomerRef.withGroups(customerId)),
        locked -> {
          // Somebody who moves is counted with the new group from now on.
          locked.require(groups.keys());
          KnownCustomer known = locked.customer(customerId);
          writer.write(locked.connection(), known, data, groups, locked.now());
          return isKnown;
        });
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
              reader
                  .views(locked.connection())
                  .view(known, locked.now(), Duration.ofSeconds(1), Set.of());
          return Optional.of(view.customer());
        });
  }

  /** Makes two ids one person: they share their history from now on. */
  public void link(String customerId, String otherId) {
    both(customerId, otherId, links::link);
  }

  /** Undoes a wrong merge. */
  public void unlink(String customerId, String otherId) {
    if (!isKnown(customerId) || !isKnown(otherId)) {
      throw new ServiceException(ErrorCode.NOT_FOUND, "there is no such customer");
    }
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
