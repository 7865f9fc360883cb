package org.moderato.contact.store;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moderato.contact.Groups;
import org.moderato.contact.KnownCustomer;
import org.moderato.contact.LedgerEntry;
import org.moderato.contact.NewContact;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.ContactStatus;
import org.moderato.strategy.table.Level;

/** The table {@code contact}. */
@ApplicationScoped
public class ContactStore {

  private static final String LABELS =
      "channel, category, department, brand, topic, template, sequence, step, priority, attributes";

  static final String COLUMNS =
      "id, sender, message_id, at, ends_at, status, outcome, reserved_until, " + LABELS;

  /** With an upper end, since to H2 an end that is null comes last. */
  private static final String RUNNING =
      " and c.ends_at >= ? and c.ends_at < timestamp with time zone '9999-12-31 00:00:00+00'";

  private static final String ENTRY =
      COLUMNS + ", despite_verdict, confirmed_late, account_key, household_key";

  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  /** A new id, ordered by the time of its making. */
  public UUID newId() {
    return ids.generate();
  }

  public void insert(Connection connection, NewContact recorded) throws SQLException {
    insert(connection, List.of(recorded));
  }

  public void insert(Connection connection, List<NewContact> recorded) throws SQLException {
    String sql =
        "insert into contact (customer_id, account_key, household_key, despite_verdict,"
            + " confirmed_late, recorded_at, "
            + COLUMNS
            + ") values (?, ?, ?, ?, false, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    Sql.each(connection, sql, recorded, ContactStore::set);
  }

  private static void set(PreparedStatement insert, NewContact recorded) throws SQLException {
    Contact contact = recorded.contact();
    insert.setLong(1, recorded.customer().id());
    insert.setObject(2, recorded.customer().accountKey(), Types.BIGINT);
    insert.setObject(3, recorded.customer().householdKey(), Types.BIGINT);
    insert.setBoolean(4, recorded.despiteVerdict());
    insert.setObject(5, Sql.time(recorded.recordedAt()));
    insert.setObject(6, contact.id());
    insert.setString(7, contact.sender());
    insert.setString(8, contact.messageId());
    insert.setObject(9, Sql.time(contact.at()));
    insert.setObject(10, Sql.time(contact.endsAt()), Types.TIMESTAMP_WITH_TIMEZONE);
    insert.setString(11, contact.status().name());
    insert.setString(12, contact.outcome());
    insert.setObject(13, Sql.time(contact.reservedUntil()), Types.TIMESTAMP_WITH_TIMEZONE);
    Sql.setLabels(insert, 14, contact.labels());
  }

  /** Changes where a contact stands; its labels never change, nor how long it is reserved. */
  public void update(Connection connection, LedgerEntry entry) throws SQLException {
    String sql =
        "update contact set at = ?, ends_at = ?, status = ?, outcome = ?, despite_verdict = ?,"
            + " confirmed_late = ? where id = ?";
    Contact contact = entry.contact();
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setObject(1, Sql.time(contact.at()));
      update.setObject(2, Sql.time(contact.endsAt()), Types.TIMESTAMP_WITH_TIMEZONE);
      update.setString(3, contact.status().name());
      update.setString(4, contact.outcome());
      update.setBoolean(5, entry.despiteVerdict());
      update.setBoolean(6, entry.late());
      update.setObject(7, contact.id());
      update.executeUpdate();
    }
  }

  /** Takes plans back, since the messages that were planned take slots of their own. */
  public void dropPlans(Connection connection, List<Contact> plans) throws SQLException {
    String sql = "update contact set status = ? where id = ?";
    Sql.each(
        connection,
        sql,
        plans,
        (update, plan) -> {
          update.setString(1, ContactStatus.RELEASED.name());
          update.setObject(2, plan.id());
        });
  }

  public Optional<Contact> find(Connection connection, UUID id) throws SQLException {
    String sql = "select " + COLUMNS + " from contact where id = ?";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setObject(1, id);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(contact(row)) : Optional.empty();
      }
    }
  }

  /** A contact with all that the ledger knows of it. */
  public Optional<LedgerEntry> entry(Connection connection, UUID id) throws SQLException {
    String sql = "select " + ENTRY + " from contact where id = ?";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setObject(1, id);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(entry(row)) : Optional.empty();
      }
    }
  }

  /**
   * The contacts of people or groups after an instant, and those that run still then, oldest first.
   *
   * @param keys of persons, accounts or households
   * @param after exclusive
   * @param runningAt those that end at or after this instant are there, however old
   * @return by key; each is there
   */
  public Map<Long, List<Contact>> history(
      Connection connection, Level level, Collection<Long> keys, Instant after, Instant runningAt)
      throws SQLException {
    Map<Long, Map<UUID, Contact>> found = new HashMap<>();
    keys.forEach(key -> found.put(key, new LinkedHashMap<>()));
    ListQuery.RowTaker taker =
        row -> {
          Contact contact = contact(row);
          found.get(row.getLong("owner")).put(contact.id(), contact);
        };
    query(level, " and c.at > ?", after).each(connection, keys, taker);
    query(level, RUNNING, runningAt).each(connection, keys, taker);
    Map<Long, List<Contact>> sorted = new HashMap<>();
    found.forEach((key, contacts) -> sorted.put(key, sorted(contacts.values())));
    return sorted;
  }

  private static List<Contact> sorted(Collection<Contact> contacts) {
    return contacts.stream()
        .sorted(Comparator.comparing(Contact::at).thenComparing(Contact::id))
        .toList();
  }

  private static ListQuery<Long> query(Level level, String condition, Instant bound) {
    String columns = Sql.of("c", COLUMNS);
    String sql = "select " + owner(level) + " as owner, " + columns + fromOf(level, "in (%s)");
    return new ListQuery<>(sql + condition, PreparedStatement::setLong, Sql.time(bound));
  }

  /** A page of a person's contacts in the order of their recording, newest first. */
  public List<LedgerEntry> page(
      Connection connection, KnownCustomer customer, @Nullable UUID before, int limit)
      throws SQLException {
    String sql =
        "select "
            + Sql.of("c", ENTRY)
            + fromOf(Level.CUSTOMER, "= ?")
            + (before == null ? "" : " and c.id < ?")
            + " order by c.id desc limit ?";
    List<LedgerEntry> entries = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setLong(1, customer.personKey());
      if (before != null) {
        query.setObject(2, before);
      }
      query.setInt(before == null ? 2 : 3, limit);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          entries.add(entry(rows));
        }
      }
    }
    return entries;
  }

  private static String owner(Level level) {
    return level == Level.CUSTOMER ? "p.person_key" : "k.id";
  }

  /**
   * Caps of a person count over ids that are linked now, those of a group over frozen keys. Joins,
   * since H2 looks at every contact for a subselect, and at all of a group for a list of keys.
   */
  private static String fromOf(Level level, String keys) {
    return switch (level) {
          case CUSTOMER -> " from customer p join contact c on c.customer_id = p.id";
          case ACCOUNT -> " from lock_key k join contact c on c.account_key = k.id";
          case HOUSEHOLD -> " from lock_key k join contact c on c.household_key = k.id";
        }
        + " where "
        + owner(level)
        + " "
        + keys;
  }

  private static LedgerEntry entry(ResultSet row) throws SQLException {
    return new LedgerEntry(
        contact(row),
        row.getBoolean("despite_verdict"),
        row.getBoolean("confirmed_late"),
        new Groups(
            row.getObject("account_key", Long.class), row.getObject("household_key", Long.class)));
  }

  static Contact contact(ResultSet row) throws SQLException {
    return new Contact(
        row.getObject("id", UUID.class),
        row.getString("sender"),
        row.getString("message_id"),
        Objects.requireNonNull(Sql.instant(row, "at")),
        Sql.instant(row, "ends_at"),
        ContactStatus.valueOf(row.getString("status")),
        row.getString("outcome"),
        Sql.instant(row, "reserved_until"),
        Sql.labels(row));
  }
}
