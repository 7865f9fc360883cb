package org.moderato;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/**
 * Lets an H2 file use its space again. H2 does so itself only when it writes late, which would lose
 * acknowledged contacts; with WRITE_DELAY=0 a file would grow by 60 KB with each verdict
 * (h2database#442).
 */
@ApplicationScoped
class H2Upkeep {

  /** In percent: parts of the file of which less is needed are written anew. */
  private static final int FILL_RATE = 50;

  /** At once: who commits waits meanwhile. */
  private static final int BYTES = 1 << 20;

  private final Optional<MVStore> store;

  H2Upkeep(DataSource database) throws SQLException {
    this.store = file(database);
  }

  /** Makes some of the space free that nobody needs. */
  @Scheduled(every = "1s", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
  void compact() {
    store.filter(open -> !open.isClosed()).ifPresent(open -> open.compact(FILL_RATE, BYTES));
  }

  /** Empty for another database, and for one in memory. */
  private static Optional<MVStore> file(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return connection.isWrapperFor(JdbcConnection.class)
              && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal here
          ? Optional.of(here.getDatabase())
              .filter(Database::isPersistent)
              .map(file -> file.getStore().getMvStore())
          : Optional.empty();
    }
  }
}
