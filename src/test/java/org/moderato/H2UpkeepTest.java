package org.moderato;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of a database that writes each commit at once. */
class H2UpkeepTest {

  private static final int COMMITS = 4_000;

  @TempDir private Path folder;

  /** Rows that lie anywhere in the table, each with a commit of its own; the size of the file. */
  private long grow(String name, boolean isKept) throws SQLException, IOException {
    JdbcDataSource database = new JdbcDataSource();
    // H2 leaves outdated parts alone for a while; here it may use them at once.
    database.setURL("jdbc:h2:file:" + folder.resolve(name) + ";WRITE_DELAY=0;RETENTION_TIME=0");
    H2Upkeep upkeep = new H2Upkeep(database, database.getURL());
    try (Connection connection = database.getConnection()) {
      connection.createStatement().execute("create table t (id uuid primary key, words varchar)");
      try (PreparedStatement insert = connection.prepareStatement("insert into t values (?, ?)")) {
        for (int i = 0; i < COMMITS; i++) {
          insert.setObject(1, UUID.randomUUID());
          insert.setString(2, "x".repeat(1_000));
          insert.executeUpdate();
          if (isKept && i % 100 == 0) {
            upkeep.compact();
          }
        }
      }
      return Files.size(folder.resolve(name + ".mv.db"));
    }
  }

  @Test
  void usesItsSpaceAgain() throws Exception {
    assertThat(grow("kept", true) * 3 / 2).isLessThan(grow("left", false));
  }

  @Test
  void leavesADatabaseInMemoryAlone() throws SQLException {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:upkeep");

    new H2Upkeep(database, database.getURL()).compact();
  }
}
