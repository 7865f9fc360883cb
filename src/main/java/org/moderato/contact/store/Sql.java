package org.moderato.contact.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.fact.Attributes;
import org.moderato.strategy.fact.Labels;

/** How values are written into and read from rows. */
public final class Sql {

  /** Numbers stay what they were. */
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private Sql() {}

  /** The columns of a list, each as a column of the table with that alias. */
  public static String of(String alias, String columns) {
    return alias + "." + columns.replace(", ", ", " + alias + ".");
  }

  /** Sets the values of one row. */
  public interface RowSetter<T> {
    void set(PreparedStatement statement, T row) throws SQLException;
  }

  /** Runs a statement once for each row, all in one go. */
  public static <T> void each(Connection connection, String sql, List<T> rows, RowSetter<T> setter)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (T row : rows) {
        setter.set(statement, row);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  public static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /** JSON text; null for no attributes. */
  public static @Nullable String json(Attributes attributes) {
    if (attributes.values().isEmpty()) {
      return null;
    }
    try {
      return JSON.writeValueAsString(attributes.values());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("attributes cannot be written", e);
    }
  }

  public static Attributes attributes(@Nullable String json) {
    if (json == null) {
      return Attributes.NONE;
    }
    try {
      return Attributes.of(JSON.readValue(json, new TypeReference<Map<String, Object>>() {}));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored attributes cannot be read", e);
    }
  }

  /** Reads the ten label columns. */
  public static Labels labels(ResultSet row) throws SQLException {
    return new Labels(
        row.getString("channel"),
        row.getString("category"),
        row.getString("department"),
        row.getString("brand"),
        row.getString("topic"),
        row.getString("template"),
        row.getString("sequence"),
        row.getObject("step", Integer.class),
        row.getObject("priority", Integer.class),
        attributes(row.getString("attributes")));
  }

  /**
   * Sets the ten label columns.
   *
   * @param first the position of the channel; the others follow
   */
  public static void setLabels(PreparedStatement statement, int first, Labels labels)
      throws SQLException {
    statement.setString(first, labels.channel());
    statement.setString(first + 1, labels.category());
    statement.setString(first + 2, labels.department());
    statement.setString(first + 3, labels.brand());
    statement.setString(first + 4, labels.topic());
    statement.setString(first + 5, labels.template());
    statement.setString(first + 6, labels.sequence());
    statement.setObject(first + 7, labels.step(), java.sql.Types.INTEGER);
    statement.setObject(first + 8, labels.priority(), java.sql.Types.INTEGER);
    statement.setString(first + 9, json(labels.attributes()));
  }
}
