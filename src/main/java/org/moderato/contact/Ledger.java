package org.moderato.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
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

  private static final int ATTEMPTS = 4;
  private static final int KEY_READS = 4;
  private static final long BACKOFF_MILLIS = 20;

  /** Serialisation failure, deadlock, lock not available, and H2's time-out of a lock. */
  private static final Set<String> WORTH_ANOTHER_TRY =
      Set.of("40001", "40P01", "55P03", "HYT00", "57014", "23505");

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
   * @throws ServiceException BUSY if the locks could not be had, even after some attempts
   */
  public <T> T locked(Collection<CustomerRef> customers, LockedWork<T> work) {
    List<String> ids = customers.stream().map(CustomerRef::customerId).distinct().toList();
    return queue.inTurn(ids, () -> retrying(() -> attempt(customers, ids, work)));
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
    return retrying(
        () -> {
          try (Connection connection = database.getConnection()) {
            List<String> ids = Stream.ofNullable(customerId).toList();
            Map<String, KnownCustomer> known = keys.read(connection, ids);
            return work.run(new Locked(connection, clock.now(connection), known));
          }
        });
  }

  private interface Attempt<T> {
    T run() throws SQLException;
  }

  private <T> T retrying(Attempt<T> attempt) {
    for (int n = 1; ; n++) {
      try {
        return attempt.run();
      } catch (SQLException e) {
        if (!isWorthAnotherTry(e)) {
          throw new IllegalStateException("the database failed: " + e.getSQLState(), e);
        }
        if (n == ATTEMPTS) {
          throw new ServiceException(ErrorCode.BUSY, "the customer is busy; try again");
        }
        pause(n);
      }
    }
  }

  private static boolean isWorthAnotherTry(SQLException e) {
    return e.getSQLState() != null && WORTH_ANOTHER_TRY.contains(e.getSQLState());
  }

  private static void pause(int attempt) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(BACKOFF_MILLIS * attempt) + 1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServiceException(ErrorCode.BUSY, "interrupted while waiting for a customer");
    }
  }

  private <T> T attempt(Collection<CustomerRef> refs, List<String> ids, LockedWork<T> work)
      throws SQLException {
    try (Connection connection = database.getConnection()) {
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(false);
      try {
        T result = work.run(lock(connection, refs, ids));
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException | Error e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(autoCommit);
      }
    }
  }

  /** Keys may change until they are locked: they are read again then. */
  private Locked lock(Connection connection, Collection<CustomerRef> refs, List<String> ids)
      throws SQLException {
    Map<String, KnownCustomer> known = known(connection, ids);
    for (int n = 1; n < KEY_READS; n++) {
      keys.lock(connection, keysOf(refs, known));
      Map<String, KnownCustomer> again = keys.read(connection, ids);
      if (again.equals(known)) {
        Instant now = clock.now(connection);
        return new Locked(connection, now, known);
      }
      connection.rollback();
      known = known(connection, ids);
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
  private static TreeSet<Long> keysOf(
      Collection<CustomerRef> refs, Map<String, KnownCustomer> known) {
    TreeSet<Long> ordered = new TreeSet<>();
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
