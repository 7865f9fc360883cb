package org.moderato.release.store;

import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Tells other instances at once that a release was published, where the database can: PostgreSQL.
 * They would find out within a second without it.
 */
@ApplicationScoped
public class ReleaseChannel {

  private static final String NAME = "moderato_release";
  private static final int WAIT_MILLIS = 1_000;
  private static final long LONGEST_BACKOFF_MILLIS = 30_000;

  private final boolean isPostgres;
  private final String url;
  private final Properties login = new Properties();

  private volatile @Nullable Thread listener;

  ReleaseChannel(
      @ConfigProperty(name = "quarkus.datasource.db-kind") String kind,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") Optional<String> user,
      @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
    this.isPostgres = kind.equals("postgresql");
    this.url = url;
    user.ifPresent(name -> login.setProperty("user", name));
    password.ifPresent(word -> login.setProperty("password", word));
  }

  /** Part of the transaction: heard when it is committed, by everybody who listens. */
  void announce(EntityManager transaction, String release) {
    if (isPostgres) {
      transaction
          .createNativeQuery("select cast(pg_notify(:name, :release) as varchar)")
          .setParameter("name", NAME)
          .setParameter("release", release)
          .getResultList();
    }
  }

  /**
   * Listens until the service stops, on a connection of its own.
   *
   * @param heard run each time that something was published, on the listening thread
   */
  public void listen(Runnable heard) {
    if (isPostgres) {
      Thread thread = new Thread(() -> listenAgainAndAgain(heard), "release-channel");
      thread.setDaemon(true);
      listener = thread;
      thread.start();
    }
  }

  private void listenAgainAndAgain(Runnable heard) {
    long backoff = WAIT_MILLIS;
    while (listener == Thread.currentThread()) {
      try (Connection connection = DriverManager.getConnection(url, login)) {
        connection.createStatement().execute("listen " + NAME);
        backoff = WAIT_MILLIS;
        hear(connection.unwrap(PGConnection.class), heard);
      } catch (SQLException e) {
        Log.debugf("release channel lost state=%s", e.getSQLState());
        backoff = pause(backoff);
      }
    }
  }

  private void hear(PGConnection connection, Runnable heard) throws SQLException {
    while (listener == Thread.currentThread()) {
      if (connection.getNotifications(WAIT_MILLIS).length > 0) {
        heard.run();
      }
    }
  }

  private static long pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Math.min(millis * 2, LONGEST_BACKOFF_MILLIS);
  }

  @PreDestroy
  void stop() {
    Thread thread = listener;
    listener = null;
    if (thread != null) {
      thread.interrupt();
    }
  }
}
