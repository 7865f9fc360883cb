package org.moderato.contact.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.moderato.contact.MessageKey;

/** The table {@code message_key}. */
@ApplicationScoped
public class MessageKeyStore {

  private static final String COLUMNS =
      "sender, message_id, customer_id, fingerprint, evaluation_id, outcome, valid_until,"
          + " contact_id";

  public Optional<MessageKey> find(Connection connection, String sender, String messageId)
      throws SQLException {
    String sql = "select " + COLUMNS + " from message_key where sender = ? and message_id = ?";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, sender);
      query.setString(2, messageId);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(key(row)) : Optional.empty();
      }
    }
  }

  /** The keys of all senders that used an id. */
  public List<MessageKey> findAll(Connection connection, String messageId) throws SQLException {
    String sql = "select " + COLUMNS + " from message_key where message_id = ? order by sender";
    List<MessageKey> keys = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, messageId);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          keys.add(key(rows));
        }
      }
    }
    return keys;
  }

  /** Fails with a unique violation if another customer's transaction was faster. */
  public void insert(Connection connection, MessageKey key, Instant now) throws SQLException {
    String sql =
        "insert into message_key (fingerprint, evaluation_id, outcome, valid_until, contact_id,"
            + " customer_id, recorded_at, sender, message_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    write(connection, sql, key, now);
  }

  public void update(Connection connection, MessageKey key, Instant now) throws SQLException {
    String sql =
        "update message_key set fingerprint = ?, evaluation_id = ?, outcome = ?, valid_until = ?,"
            + " contact_id = ?, customer_id = ?, recorded_at = ?"
            + " where sender = ? and message_id = ?";
    write(connection, sql, key, now);
  }

  private static void write(Connection connection, String sql, MessageKey key, Instant now)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setBytes(1, key.fingerprint());
      statement.setObject(2, key.evaluationId(), Types.OTHER);
      statement.setString(3, key.outcome());
      statement.setObject(4, Sql.time(key.validUntil()), Types.TIMESTAMP_WITH_TIMEZONE);
      statement.setObject(5, key.contactId(), Types.OTHER);
      statement.setLong(6, key.customerId());
      statement.setObject(7, Sql.time(now));
      statement.setString(8, key.sender());
      statement.setString(9, key.messageId());
      statement.executeUpdate();
    }
  }

  private static MessageKey key(ResultSet row) throws SQLException {
    return new MessageKey(
        row.getString("sender"),
        row.getString("message_id"),
        row.getLong("customer_id"),
        row.getBytes("fingerprint"),
        row.getObject("evaluation_id", UUID.class),
        row.getString("outcome"),
        Sql.instant(row, "valid_until"),
        row.getObject("contact_id", UUID.class));
  }
}
