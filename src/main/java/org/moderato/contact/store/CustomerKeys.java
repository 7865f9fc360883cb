package org.moderato.contact.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import org.moderato.contact.CustomerData;
import org.moderato.contact.Groups;
import org.moderato.contact.KnownCustomer;

/** Reads, makes and locks the keys of customers. */
@ApplicationScoped
public class CustomerKeys {

  /** The keys of those customers that are known, by their own id. */
  public Map<String, KnownCustomer> read(Connection connection, List<String> externalIds)
      throws SQLException {
    Map<String, KnownCustomer> known = new HashMap<>();
    String sql =
        "select external_id, id, person_key, account_key, household_key from customer"
            + " where external_id in (%s)";
    new ListQuery<String>(sql, PreparedStatement::setString)
        .each(
            connection,
            externalIds,
            row ->
                known.put(
                    row.getString(1),
                    new KnownCustomer(
                        row.getLong(2),
                        row.getLong(3),
                        row.getObject(4, Long.class),
                        row.getObject(5, Long.class))));
    return known;
  }

  /** Makes customers of whom only the id is known. Harmless when another instance is faster. */
  public void register(Connection connection, List<String> externalIds, Instant now)
      throws SQLException {
    for (String externalId : externalIds) {
      long key = key(connection, "person", UUID.randomUUID().toString());
      String sql =
          "insert into customer (external_id, own_key, person_key, created_at, updated_at)"
              + " values (?, ?, ?, ?, ?) on conflict do nothing";
      try (PreparedStatement insert = connection.prepareStatement(sql)) {
        insert.setString(1, externalId);
        insert.setLong(2, key);
        insert.setLong(3, key);
        insert.setObject(4, Sql.time(now));
        insert.setObject(5, Sql.time(now));
        insert.executeUpdate();
      }
    }
  }

  /**
   * The keys of the groups that a customer is said to belong to; made if they are not there yet.
   */
  public Groups groups(Connection connection, CustomerData data) throws SQLException {
    return new Groups(
        data.account() == null ? null : key(connection, "account", data.account()),
        data.household() == null ? null : key(connection, "household", data.household()));
  }

  /** The key of that kind and name; made if it is not there yet. */
  private static long key(Connection connection, String kind, String name) throws SQLException {
    String insert = "insert into lock_key (kind, name) values (?, ?) on conflict do nothing";
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      statement.setString(1, kind);
      statement.setString(2, name);
      statement.executeUpdate();
    }
    String select = "select id from lock_key where kind = ? and name = ?";
    try (PreparedStatement query = connection.prepareStatement(select)) {
      query.setString(1, kind);
      query.setString(2, name);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Locks keys in ascending order: both databases lock the rows of this query as they come. */
  public void lock(Connection connection, SortedSet<Long> keys) throws SQLException {
    String sql = "select id from lock_key where id in (%s) order by id for update";
    new ListQuery<Long>(sql, PreparedStatement::setLong).each(connection, keys, row -> {});
  }
}
