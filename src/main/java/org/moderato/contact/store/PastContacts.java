package org.moderato.contact.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.table.Level;

/** Reads contacts of many customers at once, for judging the past again. */
@ApplicationScoped
public class PastContacts {

  /** So many values go into one list: neither database plans much longer ones well. */
  private static final int PORTION = 300;

  private static final String RECENT = " and (c.at > ? or c.ends_at >= ?)";

  /**
   * A contact and when it was recorded.
   *
   * @param recordedAt by the database's clock
   */
  public record Recorded(Contact contact, Instant recordedAt) {}

  /** Sets one value of a list. */
  private interface Setter<T> {
    void set(PreparedStatement query, int index, T value) throws SQLException;
  }

  /** Takes one row. */
  private interface RowTaker {
    void take(ResultSet row) throws SQLException;
  }

  /** Contacts by their ids, as they stand; those that are gone are left out. */
  public Map<UUID, Contact> byId(Connection connection, Collection<UUID> ids) throws SQLException {
    Map<UUID, Contact> contacts = new HashMap<>();
    String sql = "select " + ContactStore.COLUMNS + " from contact where id in (%s)";
    Reading<UUID> reading = new Reading<>(sql, PreparedStatement::setObject, null);
    reading.each(
        connection,
        ids,
        row -> {
          Contact contact = ContactStore.contact(row);
          contacts.put(contact.id(), contact);
        });
    return contacts;
  }

  /**
   * The contacts of people over the ids that are linked now, after an instant or running then.
   *
   * @param customerIds surrogates
   * @return by surrogate
   */
  public Map<Long, List<Recorded>> ofPersons(
      Connection connection, Collection<Long> customerIds, Instant after) throws SQLException {
    String sql =
        select("t.id")
            + " from customer t join customer p on p.person_key = t.person_key"
            + " join contact c on c.customer_id = p.id where t.id in (%s)"
            + RECENT;
    Map<Long, List<Recorded>> contacts = new HashMap<>();
    new Reading<Long>(sql, PreparedStatement::setLong, after)
        .each(connection, customerIds, row -> add(contacts, row.getLong("owner"), row));
    return contacts;
  }

  /**
   * The contacts that were frozen with accounts or households, after an instant or running then.
   *
   * @param level whose
   * @param names of the groups
   * @return by the group's name
   */
  public Map<String, List<Recorded>> ofGroups(
      Connection connection, Level level, Collection<String> names, Instant after)
      throws SQLException {
    String kind = level.name().toLowerCase(Locale.ROOT);
    String sql =
        select("k.name")
            + " from lock_key k join contact c on c.%s_key = k.id where k.kind = '%s'"
                .formatted(kind, kind)
            + " and k.name in (%s)"
            + RECENT;
    Map<String, List<Recorded>> contacts = new HashMap<>();
    new Reading<String>(sql, PreparedStatement::setString, after)
        .each(connection, names, row -> add(contacts, row.getString("owner"), row));
    return contacts;
  }

  private static String select(String owner) {
    return "select " + owner + " as owner, c.recorded_at, " + Sql.of("c", ContactStore.COLUMNS);
  }

  private static <T> void add(Map<T, List<Recorded>> contacts, T owner, ResultSet row)
      throws SQLException {
    Instant recordedAt = Objects.requireNonNull(Sql.instant(row, "recorded_at"));
    contacts
        .computeIfAbsent(owner, o -> new ArrayList<>())
        .add(new Recorded(ContactStore.contact(row), recordedAt));
  }

  /**
   * A query for a list of values.
   *
   * @param sql with {@code %s} where the list goes
   * @param after for the two marks behind the list; null: there are none
   */
  private record Reading<T>(String sql, Setter<T> setter, @Nullable Instant after) {

    void each(Connection connection, Collection<T> values, RowTaker taker) throws SQLException {
      List<T> all = List.copyOf(values);
      for (int from = 0; from < all.size(); from += PORTION) {
        some(connection, all.subList(from, Math.min(all.size(), from + PORTION)), taker);
      }
    }

    private void some(Connection connection, List<T> values, RowTaker taker) throws SQLException {
      String marked = sql.formatted(Sql.marks(values.size()));
      try (PreparedStatement query = connection.prepareStatement(marked)) {
        int mark = 1;
        for (T value : values) {
          setter.set(query, mark++, value);
        }
        if (after != null) {
          query.setObject(mark, Sql.time(after));
          query.setObject(mark + 1, Sql.time(after));
        }
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            taker.take(rows);
          }
        }
      }
    }
  }
}
