package org.moderato.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.moderato.contact.CustomerData;
import org.moderato.contact.Groups;
import org.moderato.contact.KnownCustomer;
import org.moderato.contact.NewContact;
import org.moderato.contact.store.ContactStore;
import org.moderato.contact.store.CustomerKeys;
import org.moderato.contact.store.CustomerWriter;
import org.moderato.contact.store.EventStore;
import org.moderato.contact.store.EventStore.NewResponse;
import org.moderato.strategy.fact.Attributes;
import org.moderato.strategy.fact.Consent;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.ContactStatus;
import org.moderato.strategy.fact.Labels;
import org.moderato.strategy.fact.Response;
import org.moderato.strategy.fact.Situation;

/** Makes customers of whom as much is known as of real ones: among others 20 contacts each. */
@ApplicationScoped
class BenchCustomers {

  private static final int PER_TRANSACTION = 100;
  private static final List<String> COUNTRIES = List.of("DE", "DE", "DE", "FR", "GB", "US");

  /** What customers have got: category, channel, and how many days ago. */
  private static final List<String> USUAL =
      List.of(
          "news email 9",
          "bill email 14",
          "promotion email 12",
          "service push 20",
          "promotion email 26",
          "news email 33",
          "bill email 44",
          "promotion push 47",
          "event email 58",
          "news email 61",
          "bill email 74",
          "service phone 79",
          "promotion email 88",
          "survey email 97",
          "bill email 104",
          "news email 119",
          "promotion email 133");

  /** Those who hear no promotions for a while may be sent one; the others have to wait. */
  private static final List<String> FREE =
      List.of("bill email 134", "promotion email 150", "news email 160");

  private static final List<String> FULL =
      List.of("promotion email 2", "promotion email 4", "promotion email 6");

  private final DataSource database;
  private final CustomerKeys keys;
  private final CustomerWriter writer;
  private final ContactStore contacts;
  private final EventStore events;

  BenchCustomers(
      DataSource database,
      CustomerKeys keys,
      CustomerWriter writer,
      ContactStore contacts,
      EventStore events) {
    this.database = database;
    this.keys = keys;
    this.writer = writer;
    this.contacts = contacts;
    this.events = events;
  }

  /**
   * Makes customers.
   *
   * @param name ids are this, a hyphen, and a number from 0 on
   * @param free whether they may be sent a promotion by email now
   */
  void make(String name, int count, boolean free) throws SQLException {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      for (int from = 0; from < count; from += PER_TRANSACTION) {
        List<String> ids =
            IntStream.range(from, Math.min(count, from + PER_TRANSACTION))
                .mapToObj(i -> name + "-" + i)
                .toList();
        make(connection, ids, free, now);
        connection.commit();
      }
    }
  }

  /** Tells the database how many rows there are now. */
  void analyze() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("analyze");
    }
  }

  private void make(Connection connection, List<String> ids, boolean free, Instant now)
      throws SQLException {
    keys.register(connection, ids, now);
    for (KnownCustomer known : keys.read(connection, ids).values()) {
      CustomerData data = data(known.id(), now);
      Groups groups = keys.groups(connection, data);
      writer.write(connection, known, data, groups, now);
    }
    // Read again, since some have an account now.
    for (KnownCustomer known : keys.read(connection, ids).values()) {
      addEvents(connection, known, now);
      for (List<String> part : List.of(USUAL, free ? FREE : FULL)) {
        for (String contact : part) {
          contacts.insert(connection, contact(contact.split(" "), known, now));
        }
      }
    }
  }

  private static CustomerData data(long id, Instant now) {
    return new CustomerData(
        COUNTRIES.get((int) (id % COUNTRIES.size())),
        null,
        null,
        "en",
        "customer",
        new TreeSet<>(List.of("student")),
        id % 5 == 0 ? "account-" + id : null,
        null,
        Attributes.NONE,
        List.of(new Consent("sms", "promotion", null, true, daysBefore(now, 200), null)));
  }

  private void addEvents(Connection connection, KnownCustomer known, Instant now)
      throws SQLException {
    Instant clicked = daysBefore(now, 25);
    Response click = new Response("click", null, clicked, null, labels("promotion", "email", 26));
    events.addResponse(
        connection, new NewResponse(contacts.newId(), "marketing", click, now), known);
    if (known.id() % 4 == 0) {
      Situation over = new Situation("complaint", daysBefore(now, 70), daysBefore(now, 65));
      events.open(connection, known, over, null);
    }
  }

  private NewContact contact(String[] words, KnownCustomer known, Instant now) {
    int days = Integer.parseInt(words[2]);
    Contact contact =
        new Contact(
            contacts.newId(),
            "marketing",
            "m-%d-%d".formatted(known.id(), days),
            daysBefore(now, days),
            null,
            ContactStatus.SENT,
            "delivered",
            null,
            labels(words[0], words[1], days));
    return new NewContact(contact, known, false, now);
  }

  private static Labels labels(String category, String channel, int days) {
    return new Labels(
        channel,
        category,
        "marketing",
        "acme",
        category + "-" + days,
        category + "-text-" + days,
        null,
        null,
        50,
        Attributes.of(Map.of("campaign", "c" + days)));
  }

  private static Instant daysBefore(Instant now, int days) {
    return now.minus(Duration.ofDays(days));
  }
}
