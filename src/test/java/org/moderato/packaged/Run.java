package org.moderato.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.moderato.packaged.KeptConnections.Answer;
import org.moderato.packaged.check.Audit;
import org.moderato.packaged.check.Exchange;
import org.moderato.packaged.check.Journal;
import org.moderato.packaged.check.TableReader;
import org.moderato.packaged.check.Violation;

/**
 * What belongs together: messages and customers whose ids begin alike, and what clients wrote down
 * about them.
 *
 * @param name begins the ids
 * @param database address of the database
 * @param journal the folder with what clients wrote down
 */
record Run(String name, String database, Path journal) {

  /** Makes or empties the folder. */
  static Run of(String name, String database) throws IOException {
    Path journal = Path.of("target", "journals", name).toAbsolutePath();
    if (Files.exists(journal)) {
      try (var files = Files.newDirectoryStream(journal)) {
        for (Path file : files) {
          Files.delete(file);
        }
      }
    }
    return new Run(name, database, journal);
  }

  /** Puts customers into groups of {@code size}, one after the other. */
  void group(PackagedService service, String kind, int customers, int size) throws IOException {
    try (KeptConnections connections = new KeptConnections()) {
      for (int i = 0; i < customers; i++) {
        String path = "/v1/customers/%s-c%d".formatted(name, i);
        String body = "{\"%s\": \"%s-%d\"}".formatted(kind, name, i / size);
        Answer answer = connections.send(service.address(), "PUT", path, body);
        assertThat(answer.status()).as(answer.body()).isLessThan(300);
      }
    }
  }

  /** How many verdicts the database keeps. */
  int verdicts() throws SQLException {
    return TableReader.read(database, name).evaluations().size();
  }

  /**
   * What is wrong.
   *
   * @param faults whether requests may have failed
   */
  List<Violation> violations(boolean faults) throws IOException, SQLException {
    List<Exchange> exchanges = Journal.read(journal);
    assertThat(exchanges).isNotEmpty();
    return new Audit(Caps.ALL, faults).violations(exchanges, TableReader.read(database, name));
  }

  /** Fails with what is wrong; prints the figures. */
  void check(Load load, boolean faults, String more) throws IOException, SQLException {
    List<Violation> violations = violations(faults);
    report(load, violations, more);
    assertThat(violations).isEmpty();
  }

  /** Prints the figures. */
  void report(Load load, List<Violation> violations, String more) {
    System.getLogger("cluster")
        .log(
            System.Logger.Level.INFO,
            "{0}: {1}, {2} violations{3}",
            name,
            load.figures(),
            violations.size(),
            more.isEmpty() ? "" : ", " + more);
  }
}
