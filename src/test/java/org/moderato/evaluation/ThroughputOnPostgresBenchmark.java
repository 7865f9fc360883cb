package org.moderato.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.moderato.PostgresProfile;

/** On a server that writes through to the disk. */
@QuarkusTest
@TestProfile(ThroughputOnPostgresBenchmark.OnPostgres.class)
class ThroughputOnPostgresBenchmark extends ThroughputCase {

  /** As in production. */
  public static class OnPostgres extends PostgresProfile {

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return floor();
    }
  }

  @Inject DataSource database;

  @BeforeEach
  void losesNothing() throws SQLException {
    assertThat(setting("fsync")).isEqualTo("on");
    assertThat(setting("synchronous_commit")).isEqualTo("on");
  }

  private String setting(String name) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show " + name)) {
      row.next();
      return row.getString(1);
    }
  }
}
