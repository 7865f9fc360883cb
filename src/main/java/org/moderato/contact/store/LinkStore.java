package org.moderato.contact.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Links between ids that are one person. A person is whatever hangs together. */
@ApplicationScoped
public class LinkStore {

  /** Links two ids; harmless if they are linked already. */
  public void link(Connection connection, long one, long other) throws SQLException {
    String sql =
        "insert into customer_link (customer_id, other_id) values (?, ?) on conflict do nothing";
    change(connection, sql, one, other);
    regroup(connection, one);
  }

  /** Undoes a link; both sides are persons of their own again, unless another link joins them. */
  public void unlink(Connection connection, long one, long other) throws SQLException {
    change(
        connection, "delete from customer_link where customer_id = ? and other_id = ?", one, other);
    regroup(connection, one);
    regroup(connection, other);
  }

  private static void change(Connection connection, String sql, long one, long other)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, Math.min(one, other));
      statement.setLong(2, Math.max(one, other));
      statement.executeUpdate();
    }
  }

  /** All that hangs together shares the smallest of its own keys. */
  private static void regroup(Connection connection, long member) throws SQLException {
    SortedMap<Long, Long> ownKeys = new TreeMap<>();
    Deque<Long> open = new ArrayDeque<>(List.of(member));
    while (!open.isEmpty()) {
      long next = open.pop();
      if (!ownKeys.containsKey(next)) {
        ownKeys.put(next, ownKey(connection, next));
        open.addAll(neighbours(connection, next));
      }
    }
    long person = Collections.min(ownKeys.values());
    String sql = "update customer set person_key = ? where id = ?";
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      for (long id : ownKeys.keySet()) {
        update.setLong(1, person);
        update.setLong(2, id);
        update.executeUpdate();
      }
    }
  }

  private static long ownKey(Connection connection, long id) throws SQLException {
    return longs(connection, "select own_key from customer where id = ?", id).get(0);
  }

  private static List<Long> neighbours(Connection connection, long id) throws SQLException {
    List<Long> all =
        longs(connection, "select other_id from customer_link where customer_id = ?", id);
    all.addAll(longs(connection, "select customer_id from customer_link where other_id = ?", id));
    return all;
  }

  private static List<Long> longs(Connection connection, String sql, long parameter)
      throws SQLException {
    List<Long> values = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setLong(1, parameter);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          values.add(rows.getLong(1));
        }
      }
    }
    return values;
  }
}
