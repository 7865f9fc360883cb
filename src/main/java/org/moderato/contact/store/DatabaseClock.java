package org.moderato.contact.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The one clock of all instances: PostgreSQL's own, and for the embedded database that of the
 * process.
 */
@ApplicationScoped
public class DatabaseClock {

  private final Clock clock;

  DatabaseClock(Clock clock) {
    this.clock = clock;
  }

  /** Now, in microseconds. Not the start of the transaction, which may lie before a long wait. */
  public Instant now(Connection connection) throws SQLException {
    if (!isPostgres(connection)) {
      return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
    try (PreparedStatement query = connection.prepareStatement("select clock_timestamp()");
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getObject(1, OffsetDateTime.class).toInstant();
    }
  }

  private static boolean isPostgres(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
  }
}
