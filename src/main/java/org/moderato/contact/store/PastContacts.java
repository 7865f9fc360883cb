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
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.table.Level;

/** Reads contacts of many customers at once, for judging the past again. */
@ApplicationScoped
public class PastContacts {

  private static final String RECENT = " and (c.at > ? or c.ends_at >= ?)";

  /**
   * A contact and when it was recorded.
   *
   * @param recordedAt by the database's clock
   */
  public record Recorded(Contact contact, Instant recordedAt) {}

  /** Contacts by their ids, as they stand; those that are gone are left out. */
  public Map<UUID, Contact> byId(Connection connection, Collection<UUID> ids) throws SQLException {
    Map<UUID, Contact> contacts = new HashMap<>();
    String sql = "select " + ContactStore.COLUMNS + " from contact where id in (%s)";
    new ListQuery<UUID>(sql, PreparedStatement::setObject)
        .each(
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
    new ListQuery<Long>(sql, PreparedStatement::setLong, bounds(after))
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
    new ListQuery<String>(sql, PreparedStatement::setString, bounds(after))
        .each(connection, names, row -> add(contacts, row.getString("owner"), row));
    return contacts;
  }

  private static Object[] bounds(Instant after) {
    return new Object[] {Sql.time(after), Sql.time(after)};
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
}
