package org.moderato.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.moderato.contact.store.CustomerKeys;
import org.moderato.contact.store.DatabaseClock;
import org.moderato.http.ErrorCode;
import org.moderato.http.ServiceException;
import org.moderato.strategy.table.Level;

/**
 * Runs work in transactions that hold the locks of customers, so that two verdicts about one
 * person, account or household never happen at the same time, on any number of instances.
 */
@ApplicationScoped
public class Ledger {

  private static final int KEY_READS = 4;

  private final DataSource database;
  private final CustomerKeys keys;
  private final DatabaseClock clock;
  private final LocalQueue queue = new LocalQueue();

  Ledger(DataSource database, CustomerKeys keys, DatabaseClock clock) {
    this.database = database;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Locks customers, runs the work and commits. Customers never heard of are known from then on.
   *
   * @throws ServiceException BUSY if the locks could not be had, even after some attempts;
   *     UNAVAILABLE if the database cannot be reached
   */
  public <T> T locked(Collection<CustomerRef> customers, LockedWork<T> work) {
    List<String> ids = customers.stream().map(CustomerRef::customerId).distinct().toList();
    return queue.inTurn(ids, () -> Attempts.untilDone(() -> attempt(customers, ids, work)));
  }

  /** Locks one person. */
  public <T> T locked(String customerId, LockedWork<T> work) {
    return locked(List.of(new CustomerRef(customerId, Set.of())), work);
  }

  /**
   * Runs work without locks, for dry runs and reading.
   *
   * @param work gets an empty map of customers if the customer was never heard of
   */
  public <T> T reading(@Nullable String customerId, LockedWork<T> work) {
    return Attempts.untilDone(
        () -> {
          try (Connection connection = database.getConnection()) {
            List<String> ids = Stream.ofNullable(customerId).toList();
            Map<String, KnownCustomer> known = keys.read(connection, ids);
            return work.run(new Locked(connection, clock.now(connection), known, Set.of()));
          }
        });
  }

  private <T> T attempt(Collection<CustomerRef> refs, List<String> ids, LockedWork<T> work)
      throws SQLException {
    SortedSet<Long> more = new TreeSet<>();
    while (true) {
      try {
        return once(new Wanted(refs, ids, more), work);
      } catch (KeysNeeded e) {
        more.addAll(e.keys());
      }
    }
  }

  /**
   * What is to be locked.
   *
   * @param more keys beside those of the customers
   */
  private record Wanted(Collection<CustomerRef> refs, List<String> ids, SortedSet<Long> more) {}

  private <T> T once(Wanted wanted, LockedWork<T> work) throws SQLException {
    try (Connection connection = database.getConnection()) {
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(false);
      try {
        T result = work.run(lock(connection, wanted));
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException | Error e) {
        rollBack(connection, e);
        throw e;
      } finally {
        connection.setAutoCommit(autoCommit);
      }
    }
  }

  /** A connection that is broken cannot be rolled back either: what broke it is worth telling. */
  private static void rollBack(Connection connection, Throwable cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  /** Keys may change until they are locked: they are read again then. */
  private Locked lock(Connection connection, Wanted wanted) throws SQLException {
    Map<String, KnownCustomer> known = known(connection, wanted.ids());
    for (int n = 1; n < KEY_READS; n++) {
      SortedSet<Long> ordered = keysOf(wanted.refs(), known);
      ordered.addAll(wanted.more());
      keys.lock(connection, ordered);
      Map<String, KnownCustomer> again = keys.read(connection, wanted.ids());
      if (again.equals(known)) {
        return new Locked(connection, clock.now(connection), known, ordered);
      }
      connection.rollback();
      known = known(connection, wanted.ids());
    }
    throw new ServiceException(ErrorCode.BUSY, "the customer is being changed; try again");
  }

  private Map<String, KnownCustomer> known(Connection connection, List<String> ids)
      throws SQLException {
    Map<String, KnownCustomer> known = keys.read(connection, ids);
    if (known.size() == ids.size()) {
      return known;
    }
    List<String> unknown = ids.stream().filter(id -> !known.containsKey(id)).sorted().toList();
    keys.register(connection, unknown, clock.now(connection));
    connection.commit();
    return keys.read(connection, ids);
  }

  /** In ascending order, over all customers: nobody can wait for somebody who waits for them. */
  private static SortedSet<Long> keysOf(
      Collection<CustomerRef> refs, Map<String, KnownCustomer> known) {
    SortedSet<Long> ordered = new TreeSet<>();
    for (CustomerRef ref : refs) {
      KnownCustomer customer =
          Optional.ofNullable(known.get(ref.customerId()))
              .orElseThrow(() -> new ServiceException(ErrorCode.BUSY, "try again"));
      ordered.add(customer.personKey());
      if (ref.levels().contains(Level.ACCOUNT) && customer.accountKey() != null) {
        ordered.add(customer.accountKey());
      }
      if (ref.levels().contains(Level.HOUSEHOLD) && customer.householdKey() != null) {
        ordered.add(customer.householdKey());
      }
    }
    return ordered;
  }
}
