package org.moderato.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.moderato.TestFolder;
import org.moderato.benchmark.CapTable;
import org.moderato.packaged.Drive.Ask;
import org.moderato.packaged.Drive.Sent;

/** Sixty-four clients, five thousand rows and little memory, for ten minutes: nothing grows. */
@Tag("guarantee")
class SoakIT {

  private static final int MINUTES = Integer.getInteger("moderato.soak.minutes", 10);
  private static final int ROWS = 5_000;
  private static final int CUSTOMERS = 20_000;
  private static final double MEGA = 1024 * 1024;

  /** What may grow, at one time. */
  private record Vitals(double heap, double metaspace, double threads, int connections) {}

  @Test
  void nothingGrows() throws Exception {
    TestFolder folder =
        new TestFolder("soak")
            .write("decision-tables/caps.xlsx", new CapTable(ROWS).workbook("wait"));
    try (PostgresServer server = new PostgresServer("soak")) {
      String url = server.newDatabase();
      try (PackagedService service =
          new PackagedService(folder, Database.postgresql(url))
              .asShipped()
              .with("-Xmx512m", "-XX:+ExitOnOutOfMemoryError")
              .start()) {
        Drive drive = new Drive(service.address(), SoakIT::ask);
        List<Vitals> minutes = new ArrayList<>();
        for (int minute = 1; minute <= MINUTES; minute++) {
          List<Sent> sent = drive.atOnce(Load.CLIENTS, Duration.ofMinutes(1));
          Vitals vitals = vitals(service, url);
          minutes.add(vitals);
          log(minute, sent, vitals);
          assertThat(sent).allMatch(one -> one.status() == 200);
        }
        // The first three are for the compiler of the virtual machine and for caches that fill.
        Vitals early = minutes.get(Math.min(2, MINUTES - 1));
        Vitals last = minutes.get(MINUTES - 1);
        assertThat(last.heap()).isLessThan(early.heap() * 1.15);
        assertThat(last.metaspace()).isLessThan(early.metaspace() * 1.05);
        assertThat(last.threads()).isLessThanOrEqualTo(early.threads() + 2);
        assertThat(last.connections()).isLessThanOrEqualTo(early.connections());
      }
    }
  }

  private static Ask ask(long number) {
    return new Ask(
        "any",
        """
        {"messageId": "soak-m%d", "customerId": "soak-c%d", "channel": "channel-%d", \
        "category": "category-%d", "department": "department-%d"}"""
            .formatted(number, number * 31 % CUSTOMERS, number % 5, number % 5, number % 4));
  }

  private static Vitals vitals(PackagedService service, String url) throws Exception {
    service.collectGarbage();
    return new Vitals(
        service.meter("jvm_memory_used_bytes", "area=\"heap\"") / MEGA,
        service.meter("jvm_memory_used_bytes", "id=\"Metaspace\"") / MEGA,
        service.meter("jvm_threads_live_threads", ""),
        connections(url));
  }

  private static int connections(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        ResultSet count =
            connection
                .createStatement()
                .executeQuery(
                    "select count(*) from pg_stat_activity where datname = current_database()"
                        + " and pid <> pg_backend_pid()")) {
      count.next();
      return count.getInt(1);
    }
  }

  private static void log(int minute, List<Sent> sent, Vitals vitals) {
    System.getLogger("cluster")
        .log(
            System.Logger.Level.INFO,
            "minute %d: %.0f/s, p50 %.1f ms, p99 %.1f ms, %d refused; heap %.1f MB, Metaspace %.1f MB, %.0f threads, %d connections"
                .formatted(
                    minute,
                    sent.size() / 60.0,
                    Drive.millis(sent, 50),
                    Drive.millis(sent, 99),
                    Drive.count(sent, 503),
                    vitals.heap(),
                    vitals.metaspace(),
                    vitals.threads(),
                    vitals.connections()));
  }
}
