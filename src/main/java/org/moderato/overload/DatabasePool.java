package org.moderato.overload;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;

/** The connections to the database. */
@ApplicationScoped
class DatabasePool {

  private final AgroalDataSource database;

  DatabasePool(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * Closes all connections, those in use when they are given back: each that is broken would be
   * found out by a request of its own.
   */
  void flush() {
    database.flush(AgroalDataSource.FlushMode.GRACEFUL);
  }
}
