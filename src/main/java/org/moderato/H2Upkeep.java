package org.moderato;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;

/**
 * Lets an H2 file use its space again. H2 does so itself only when it writes late, which would lose
 * acknowledged contacts; with WRITE_DELAY=0 a file would grow by 70 KB with each verdict
 * (h2database#442).
 */
@ApplicationScoped
class H2Upkeep {

  /** In percent: parts of the file of which less is needed are written anew. */
  private static final int FILL_RATE = 50;

  /** At once: who commits waits meanwhile. */
  private static final int BYTES = 1 << 20;

  private final DataSource database;
  private final boolean isH2;

  H2Upkeep(DataSource database, @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
    this.database = database;
    this.isH2 = url.startsWith("jdbc:h2:");
  }

  /** Makes some of the space free that nobody needs; nothing if the database is no file of ours. */
  @Scheduled(every = "1s", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
  void compact() throws SQLException {
    if (!isH2) {
      return;
    }
    try (Connection connection = database.getConnection()) {
      if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session
          && session.getDatabase().isPersistent()) {
        session.getDatabase().getStore().getMvStore().compact(FILL_RATE, BYTES);
      }
    }
  }
}
