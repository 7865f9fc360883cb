package org.moderato.contact;

import io.quarkus.logging.Log;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.moderato.http.ErrorCode;
import org.moderato.http.ServiceException;

/** Tries again what other transactions stood in the way of, and says when the database is gone. */
final class Attempts {

  private static final int MOST = 4;
  private static final long BACKOFF_MILLIS = 20;

  /**
   * Serialisation failure, deadlock, lock not available, H2's time-out of a lock, duplicate key.
   */
  private static final Set<String> WORTH_ANOTHER_TRY =
      Set.of("40001", "40P01", "55P03", "HYT00", "57014", "23505");

  /** Connection lost, out of resources, shut down; H2's broken, closed and locked databases. */
  private static final String[] OUTAGES = {"08", "53", "57P", "90067", "90098", "90121", "90020"};

  private Attempts() {}

  interface Attempt<T> {
    T run() throws SQLException;
  }

  /**
   * @throws ServiceException BUSY if others stood in the way each time, UNAVAILABLE if the database
   *     cannot be reached
   */
  static <T> T untilDone(Attempt<T> attempt) {
    for (int n = 1; ; n++) {
      try {
        return attempt.run();
      } catch (SQLException e) {
        if (!isWorthAnotherTry(e)) {
          throw failure(e);
        }
        if (n == MOST) {
          throw new ServiceException(ErrorCode.BUSY, "the customer is busy; try again");
        }
        pause(n);
      }
    }
  }

  private static boolean isWorthAnotherTry(SQLException e) {
    return e.getSQLState() != null && WORTH_ANOTHER_TRY.contains(e.getSQLState());
  }

  /** Whoever asks again with the same id finds out what became of it: that is safe. */
  private static RuntimeException failure(SQLException e) {
    String state = e.getSQLState();
    // The pool has no state to tell that it gave up waiting for a connection.
    if (state == null || Stream.of(OUTAGES).anyMatch(state::startsWith)) {
      Log.errorf("database unavailable state=%s", state);
      return new ServiceException(ErrorCode.UNAVAILABLE, "the database cannot be reached");
    }
    return new IllegalStateException("the database failed: " + state, e);
  }

  private static void pause(int attempt) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(BACKOFF_MILLIS * attempt) + 1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServiceException(ErrorCode.BUSY, "interrupted while waiting for a customer");
    }
  }
}
