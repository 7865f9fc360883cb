package org.moderato.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moderato.ServedStrategy;
import org.moderato.TestFolder;
import org.moderato.release.workbook.TestWorkbooks;

/**
 * Everything that may be asked of the ledger, at once, about few customers; run on both databases.
 * Evaluations, reservations, reports, events, links and moves between accounts must neither stand
 * in each other's way nor break a cap.
 */
abstract class StressCase {

  private static final int CLIENTS = 24;
  private static final int OPERATIONS = 50;
  private static final int PERSON_CAP = 3;
  private static final int GROUP_CAP = 8;

  @TestHTTPResource URI service;

  @Inject DataSource database;

  @BeforeEach
  void strategy() {
    ServedStrategy.use("stress", StressCase::save);
  }

  private static void save(TestFolder folder) {
    folder.workbook(
        "caps.xlsx",
        new TestWorkbooks()
            .sheet(
                "Frequency cap",
                """
                Id        | Category  | Window | At most | Level
                person    | news      | 7 days | %d      |
                account   | promotion | 7 days | %d      | account
                household | promotion | 7 days | %d      | household
                """
                    .formatted(PERSON_CAP, GROUP_CAP, GROUP_CAP))
            .sheet(
                "Suppression",
                """
                Id        | Category | Situation | Outcome
                complaint | survey   | complaint | wait
                """));
  }

  @Test
  void operationsOfAllKindsNeitherFailNorBreakACap() throws Exception {
    List<StressClient> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(new StressClient(service, i));
    }

    List<Callable<Void>> work = new ArrayList<>();
    clients.forEach(client -> work.add(() -> client.run(OPERATIONS)));
    all(work);

    Map<String, Integer> answers = new TreeMap<>();
    clients.forEach(
        c -> c.answers().forEach((answer, n) -> answers.merge(answer, n, Integer::sum)));
    System.getLogger("stress").log(System.Logger.Level.INFO, "answers: " + answers);
    assertThat(clients.stream().flatMap(client -> client.unexpected().stream())).isEmpty();
    assertThat(most("customer_id", "news", StressClient.LONER)).isEqualTo(PERSON_CAP);
    assertThat(most("account_key", "promotion", "")).isEqualTo(GROUP_CAP);
    assertThat(most("household_key", "promotion", "")).isEqualTo(GROUP_CAP);
  }

  private static void all(List<Callable<Void>> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    try {
      for (Future<Void> done : threads.invokeAll(work)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** The most contacts that count of anybody, by what the tables say. */
  private int most(String group, String category, String customers) throws SQLException {
    String sql =
        """
        select max(n) from (
          select count(*) n from contact c join customer p on p.id = c.customer_id
          where c.%s is not null and c.category = ? and p.external_id like ?
            and (c.status = 'SENT' and coalesce(c.outcome, '') <> 'aborted'
              or c.status = 'RESERVED' and c.reserved_until > current_timestamp)
          group by c.%s) counted
        """
            .formatted(group, group);
    try (Connection connection = database.getConnection();
        var query = connection.prepareStatement(sql)) {
      query.setString(1, category);
      query.setString(2, StressClient.RUN + customers + "%");
      ResultSet row = query.executeQuery();
      row.next();
      return row.getInt(1);
    }
  }
}
