package org.moderato.packaged;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.moderato.TestFolder;
import org.moderato.packaged.Drive.Ask;
import org.moderato.packaged.Drive.Sent;

/**
 * What a verdict takes with ten thousand and with ten million contacts in the ledger, side by side;
 * with ten thousand contacts of one customer; and with everybody in one account.
 */
class LedgerBenchmark {

  private static final int ROUNDS = Integer.getInteger("moderato.bench.rounds", 7);
  private static final int MILLIONS = Integer.getInteger("moderato.bench.millions", 10);
  private static final int CONTACTS_OF_EACH = 20;
  private static final int FEW = 10_000 / CONTACTS_OF_EACH;
  private static final int MANY = MILLIONS * 1_000_000 / CONTACTS_OF_EACH;
  private static final int PERSONS = 1_000;
  private static final int WARM_UP = 4;
  private static final int CLIENTS = 16;
  private static final Duration ROUND = Duration.ofSeconds(5);

  /** The last days that the caps look at, and longer. */
  private static final int DAYS = 60;

  private static final System.Logger LOG = System.getLogger("bench");

  @Test
  void aLongLedgerCostsNothing() throws Exception {
    try (PostgresServer server = new PostgresServer("ledger")) {
      String few = server.newDatabase();
      String many = server.newDatabase();
      try (PackagedService small = service("few", few);
          PackagedService large = service("many", many)) {
        fill(few, FEW);
        fill(many, MANY);
        oneAccount(few);
        oneWithManyContacts(few);
        compare("1 client", 1, small, large, few);
        compare(CLIENTS + " clients", CLIENTS, small, large, few);
        manyContacts(small);
        anAccount(small);
      }
    }
  }

  private static PackagedService service(String name, String url) throws Exception {
    TestFolder folder = new TestFolder("ledger-" + name).workbook("caps.xlsx", Caps.workbook());
    return new PackagedService(folder, Database.postgresql(url)).asShipped().start();
  }

  private static void execute(String url, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Customers c1 and so on, whose contacts are spread over the last days. */
  private static void fill(String url, int customers) throws SQLException {
    long start = System.nanoTime();
    execute(
        url,
        "insert into lock_key (kind, name) select 'person', 'bench-' || n from generate_series(1, "
            + customers
            + ") n",
        "insert into customer (external_id, own_key, person_key, created_at, updated_at)"
            + " select 'c' || substr(name, 7), id, id, now(), now() from lock_key"
            + " where name like 'bench-%'",
        contacts("customer", CONTACTS_OF_EACH, "'m' || c.id || '-' || n"),
        "vacuum (analyze)");
    LOG.log(
        System.Logger.Level.INFO,
        "%d contacts made in %d s"
            .formatted(
                (long) customers * CONTACTS_OF_EACH, (System.nanoTime() - start) / 1_000_000_000));
  }

  /** Number n of all so many lies n parts of the time back. */
  private static String contacts(String customers, int count, String messageId) {
    return """
        insert into contact (id, customer_id, account_key, household_key, sender, message_id, at,
          status, channel, category, department, despite_verdict, confirmed_late, recorded_at)
        select gen_random_uuid(), c.id, c.account_key, c.household_key, 'marketing', %s,
          now() - interval '%d days' * n / %d, 'SENT', 'email',
          (array['promotion', 'news', 'survey', 'bill', 'service'])[1 + n %% 5], 'marketing',
          false, false, now()
        from %s c cross join generate_series(1, %d) n
        """
        .formatted(messageId, DAYS, count, customers, count);
  }

  private static void oneWithManyContacts(String url) throws SQLException {
    execute(
        url,
        contacts("(select * from customer where external_id = 'c1')", 10_000, "'many-' || n"),
        "vacuum (analyze)");
  }

  private static void oneAccount(String url) throws SQLException {
    execute(
        url,
        "insert into lock_key (kind, name) values ('account', 'bench')",
        "insert into lock_key (kind, name) select 'person', 'in-' || n from generate_series(1, "
            + PERSONS
            + ") n",
        "insert into customer (external_id, own_key, person_key, account_key, created_at,"
            + " updated_at) select name, id, id, (select id from lock_key where name = 'bench'),"
            + " now(), now() from lock_key where name like 'in-%'");
  }

  private static Ask ask(String customer, String category, long number) {
    return new Ask(
        category,
        """
        {"messageId": "bench-%d-%d", "customerId": "%s", "channel": "email", "category": "%s", \
        "department": "marketing"}"""
            .formatted(System.nanoTime(), number, customer, category));
  }

  /** Customers are asked about at random: hardly any twice in the long ledger. */
  private static Drive anybody(PackagedService service, int customers) {
    return new Drive(
        service.address(),
        number -> {
          long customer = 2 + Math.floorMod(number * 2_654_435_761L, customers - 1);
          return ask("c" + customer, number % 2 == 0 ? Caps.PERSON : "bill", number);
        });
  }

  /** What each round begins with. */
  private interface Preparation {
    void run() throws SQLException;
  }

  /** The rounds of two that took turns. */
  private record Turns(List<List<Sent>> one, List<List<Sent>> other) {}

  private static Turns turns(
      int warmUp, int clients, Drive one, Drive other, Preparation preparation) throws Exception {
    Turns turns = new Turns(new ArrayList<>(), new ArrayList<>());
    for (int round = -warmUp; round < ROUNDS; round++) {
      preparation.run();
      List<Sent> ofOne = one.atOnce(clients, ROUND);
      List<Sent> ofOther = other.atOnce(clients, ROUND);
      if (round >= 0) {
        turns.one().add(ofOne);
        turns.other().add(ofOther);
      }
    }
    return turns;
  }

  private static double rate(List<Sent> sent) {
    return Drive.count(sent, 200) * 1e9 / ROUND.toNanos();
  }

  private static void compare(
      String title, int clients, PackagedService small, PackagedService large, String urlOfSmall)
      throws Exception {
    // Or each of the few customers would get more and more contacts.
    Preparation reset =
        () ->
            execute(
                urlOfSmall,
                "delete from contact where message_id like 'bench-%'",
                "vacuum (analyze)");
    Turns turns = turns(WARM_UP, clients, anybody(small, FEW), anybody(large, MANY), reset);
    List<List<Sent>> few = turns.one();
    List<List<Sent>> many = turns.other();
    ToDoubleFunction<List<Sent>> half = sent -> Drive.millis(sent, 50);
    ToDoubleFunction<List<Sent>> nearlyAll = sent -> Drive.millis(sent, 99);
    LOG.log(
        System.Logger.Level.INFO,
        "%s: p50 %s and %s ms, ratio %s; p99 ratio %s; rate %s and %s/s, ratio %s"
            .formatted(
                title,
                Rounds.of(few, half),
                Rounds.of(many, half),
                Rounds.ratio(many, few, half),
                Rounds.ratio(many, few, nearlyAll),
                Rounds.of(few, LedgerBenchmark::rate),
                Rounds.of(many, LedgerBenchmark::rate),
                Rounds.ratio(many, few, LedgerBenchmark::rate)));
  }

  private static void manyContacts(PackagedService service) throws Exception {
    Drive drive = new Drive(service.address(), number -> ask("c1", Caps.PERSON, number));
    drive.atOnce(1, ROUND);
    List<List<Sent>> rounds = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      rounds.add(drive.atOnce(1, ROUND));
    }
    LOG.log(
        System.Logger.Level.INFO,
        "a customer with 10,000 contacts: p50 %s ms, p99 %s ms"
            .formatted(
                Rounds.of(rounds, sent -> Drive.millis(sent, 50)),
                Rounds.of(rounds, sent -> Drive.millis(sent, 99))));
  }

  private static void anAccount(PackagedService service) throws Exception {
    Drive shared =
        new Drive(
            service.address(), number -> ask("in-" + (1 + number % PERSONS), Caps.ACCOUNT, number));
    Drive each =
        new Drive(
            service.address(), number -> ask("in-" + (1 + number % PERSONS), Caps.PERSON, number));
    Turns turns = turns(1, Load.CLIENTS, shared, each, () -> {});
    LOG.log(
        System.Logger.Level.INFO,
        "an account of %d persons, %d clients: %s/s, p50 %s ms, p99 %s ms; caps of persons %s/s"
            .formatted(
                PERSONS,
                Load.CLIENTS,
                Rounds.of(turns.one(), LedgerBenchmark::rate),
                Rounds.of(turns.one(), sent -> Drive.millis(sent, 50)),
                Rounds.of(turns.one(), sent -> Drive.millis(sent, 99)),
                Rounds.of(turns.other(), LedgerBenchmark::rate)));
  }
}
