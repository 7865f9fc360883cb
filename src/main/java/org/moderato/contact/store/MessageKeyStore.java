package org.moderato.contact.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
    return find(connection, sender, List.of(messageId)).stream().findFirst();
  }

  /** Those keys of a sender that are in use. */
  public List<MessageKey> find(Connection connection, String sender, Collection<String> messageIds)
      throws SQLException {
    List<MessageKey> keys = new ArrayList<>();
    for (MessageKey key : findAll(connection, messageIds)) {
      if (key.sender().equals(sender)) {
        keys.add(key);
      }
    }
    return keys;
  }

  /** The keys of all senders that used one of the ids. */
  public List<MessageKey> findAll(Connection connection, Collection<String> messageIds)
      throws SQLException {
    // Asked for the sender too, H2 looks at everything that they ever sent.
    String sql = "select " + COLUMNS + " from message_key where message_id in (%s) order by sender";
    List<MessageKey> keys = new ArrayList<>();
    new ListQuery<String>(sql, PreparedStatement::setString)
        .each(connection, messageIds, row -> keys.add(key(row)));
    return keys;
  }

  public void insert(Connection connection, MessageKey key, Instant now) throws SQLException {
    insert(connection, List.of(key), now);
  }

  /** Fails with a unique violation if another customer's transaction was faster. */
  public void insert(Connection connection, List<MessageKey> keys, Instant now)
      throws SQLException {
    String sql =
        "insert into message_key (fingerprint, evaluation_id, outcome, valid_until, contact_id,"
            + " customer_id, recorded_at, sender, message_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    Sql.each(connection, sql, keys, (statement, key) -> set(statement, key, now));
  }

  public void update(Connection connection, MessageKey key, Instant now) throws SQLException {
    update(connection, List.of(key), now);
  }

  public void update(Connection connection, List<MessageKey> keys, Instant now)
      throws SQLException {
    String sql =
        "update message_key set fingerprint = ?, evaluation_id = ?, outcome = ?, valid_until = ?,"
            + " contact_id = ?, customer_id = ?, recorded_at = ?"
            + " where sender = ? and message_id = ?";
    Sql.each(connection, sql, keys, (statement, key) -> set(statement, key, now));
  }

  private static void set(PreparedStatement statement, MessageKey key, Instant now)
      throws SQLException {
    statement.setBytes(1, key.fingerprint());
    statement.setObject(2, key.evaluationId(), Types.OTHER);
    statement.setString(3, key.outcome());
    statement.setObject(4, Sql.time(key.validUntil()), Types.TIMESTAMP_WITH_TIMEZONE);
    statement.setObject(5, key.contactId(), Types.OTHER);
    statement.setLong(6, key.customerId());
    statement.setObject(7, Sql.time(now));
    statement.setString(8, key.sender());
    statement.setString(9, key.messageId());
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
