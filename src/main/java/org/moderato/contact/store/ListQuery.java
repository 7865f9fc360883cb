package org.moderato.contact.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * A query for a list of values. Lists come in few lengths only, filled with their last value, so
 * that drivers and databases know most statements already.
 *
 * @param <T> what is in the list
 */
final class ListQuery<T> {

  /** So many values go into one list: neither database plans much longer ones well. */
  private static final int PORTION = 256;

  private static final int FETCH_SIZE = 1000;

  private final String sql;
  private final Setter<T> setter;
  private final List<Object> after;

  /** Sets one value of a list. */
  interface Setter<T> {
    void set(PreparedStatement query, int index, T value) throws SQLException;
  }

  /** Takes one row. */
  interface RowTaker {
    void take(ResultSet row) throws SQLException;
  }

  /**
   * @param sql with {@code %s} where the list goes
   * @param after for the marks behind the list
   */
  ListQuery(String sql, Setter<T> setter, Object... after) {
    this.sql = sql;
    this.setter = setter;
    this.after = List.of(after);
  }

  void each(Connection connection, Collection<T> values, RowTaker taker) throws SQLException {
    List<T> all = List.copyOf(values);
    for (int from = 0; from < all.size(); from += PORTION) {
      some(connection, all.subList(from, Math.min(all.size(), from + PORTION)), taker);
    }
  }

  private void some(Connection connection, List<T> values, RowTaker taker) throws SQLException {
    int length = length(values.size());
    String marks = String.join(",", Collections.nCopies(length, "?"));
    try (PreparedStatement query = connection.prepareStatement(sql.formatted(marks))) {
      query.setFetchSize(FETCH_SIZE);
      for (int i = 0; i < length; i++) {
        setter.set(query, i + 1, values.get(Math.min(i, values.size() - 1)));
      }
      for (int i = 0; i < after.size(); i++) {
        query.setObject(length + i + 1, after.get(i));
      }
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          taker.take(rows);
        }
      }
    }
  }

  /** The next power of two. */
  private static int length(int size) {
    return size == 1 ? 1 : Integer.highestOneBit(size - 1) << 1;
  }
}
