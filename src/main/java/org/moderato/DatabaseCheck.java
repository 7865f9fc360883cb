package org.moderato;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.runtime.PreventFurtherStepsException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Asks for a connection before anything else does, so that a database that cannot be used ends the
 * start with a line in words instead of a stack trace.
 */
@ApplicationScoped
class DatabaseCheck implements FlywayConfigurationCustomizer {

  /** H2's code for a file that another process has open. */
  private static final int IN_USE = 90020;

  private static final int EXIT_CODE = 1;

  @Override
  public void customize(FluentConfiguration configuration) {
    DataSource database = configuration.getDataSource();
    try (Connection connection = database.getConnection()) {
      connection.isValid(0);
    } catch (SQLException e) {
      throw new PreventFurtherStepsException(
          "Moderato cannot use its database: " + reason(e), EXIT_CODE);
    }
  }

  private static String reason(SQLException e) {
    if (e.getErrorCode() == IN_USE) {
      return "another instance has this H2 file open. Stop it, give this instance a database of its"
          + " own (quarkus.datasource.jdbc.url), or use PostgreSQL, which any number can share.";
    }
    return e.getMessage();
  }
}
