package org.moderato.contact;

import java.sql.Connection;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;

/**
 * One transaction that holds the locks of some customers.
 *
 * @param connection the transaction; committed by whoever opened it
 * @param now the database's clock, read after the locks were taken, in microseconds
 * @param customers the customers by their own id
 * @param keys what is locked
 */
public record Locked(
    Connection connection, Instant now, Map<String, KnownCustomer> customers, Set<Long> keys) {

  public Locked {
    customers = Map.copyOf(customers);
    keys = Set.copyOf(keys);
  }

  /** A customer who is locked. */
  public KnownCustomer customer(String customerId) {
    KnownCustomer known = customers.get(customerId);
    if (known == null) {
      throw new NoSuchElementException("the customer is not locked");
    }
    return known;
  }

  /** Goes on only if these keys are locked, too; else the work starts over with them. */
  public void require(Collection<Long> wanted) {
    if (!keys.containsAll(wanted)) {
      throw new KeysNeeded(new TreeSet<>(wanted));
    }
  }
}
