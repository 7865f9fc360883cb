package org.moderato.contact;

import java.sql.Connection;
import java.time.Instant;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * One transaction that holds the locks of some customers.
 *
 * @param connection the transaction; committed by whoever opened it
 * @param now the database's clock, read after the locks were taken, in microseconds
 * @param customers the customers by their own id
 */
public record Locked(Connection connection, Instant now, Map<String, KnownCustomer> customers) {

  public Locked {
    customers = Map.copyOf(customers);
  }

  /** A customer who is locked. */
  public KnownCustomer customer(String customerId) {
    KnownCustomer known = customers.get(customerId);
    if (known == null) {
      throw new NoSuchElementException("the customer is not locked");
    }
    return known;
  }
}
