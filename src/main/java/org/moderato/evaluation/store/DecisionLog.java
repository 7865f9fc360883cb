package org.moderato.evaluation.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moderato.contact.store.Sql;
import org.moderato.evaluation.Decision;
import org.moderato.strategy.Outcome;

/** The table {@code evaluation}: written once, never changed. */
@ApplicationScoped
public class DecisionLog {

  private static final String COLUMNS =
      "id, customer_id, sender, message_id, decided_at, asked_at, release_id, outcome, channel,"
          + " contact_id, message, facts, answer";

  public void append(Connection connection, List<Decision> decisions) throws SQLException {
    String sql =
        "insert into evaluation (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    Sql.each(connection, sql, decisions, DecisionLog::set);
  }

  private static void set(PreparedStatement insert, Decision decision) throws SQLException {
    insert.setObject(1, decision.id());
    insert.setLong(2, decision.customerId());
    insert.setString(3, decision.sender());
    insert.setString(4, decision.messageId());
    insert.setObject(5, decision.decidedAt().atOffset(ZoneOffset.UTC));
    insert.setObject(6, decision.askedAt().atOffset(ZoneOffset.UTC));
    insert.setString(7, decision.release());
    insert.setString(8, decision.outcome().name());
    insert.setString(9, decision.channel());
    insert.setObject(10, decision.contactId(), Types.OTHER);
    insert.setBytes(11, decision.message());
    insert.setBytes(12, decision.facts());
    insert.setBytes(13, decision.answer());
  }

  public Optional<Decision> find(Connection connection, UUID id) throws SQLException {
    String sql = "select " + COLUMNS + " from evaluation where id = ?";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setObject(1, id);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(decision(row)) : Optional.empty();
      }
    }
  }

  /**
   * The decisions about a person, newest first.
   *
   * @param before only older ones; null: from the newest
   * @param limit at most so many
   */
  public List<Decision> ofPerson(
      Connection connection, long personKey, @Nullable UUID before, int limit) throws SQLException {
    // Ids are ordered by time, so the page goes on behind the last id that was seen.
    String sql =
        "select "
            + Sql.of("e", COLUMNS)
            + " from evaluation e join customer p on p.id = e.customer_id where p.person_key = ?"
            + (before == null ? "" : " and e.id < ?")
            + " order by e.id desc limit ?";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setLong(1, personKey);
      if (before != null) {
        query.setObject(2, before);
      }
      query.setInt(before == null ? 2 : 3, limit);
      return decisions(query);
    }
  }

  /**
   * The decisions about anybody, newest first.
   *
   * @param before only older ones; null: from the newest
   * @param limit at most so many
   */
  public List<Decision> newest(Connection connection, @Nullable UUID before, int limit)
      throws SQLException {
    String sql =
        "select "
            + COLUMNS
            + " from evaluation"
            + (before == null ? "" : " where id < ?")
            + " order by id desc limit ?";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      if (before != null) {
        query.setObject(1, before);
      }
      query.setInt(before == null ? 1 : 2, limit);
      return decisions(query);
    }
  }

  private static List<Decision> decisions(PreparedStatement query) throws SQLException {
    List<Decision> decisions = new ArrayList<>();
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        decisions.add(decision(rows));
      }
    }
    return decisions;
  }

  private static Decision decision(ResultSet row) throws SQLException {
    return new Decision(
        row.getObject("id", UUID.class),
        row.getLong("customer_id"),
        row.getString("sender"),
        row.getString("message_id"),
        instant(row, "decided_at"),
        instant(row, "asked_at"),
        row.getString("release_id"),
        Outcome.valueOf(row.getString("outcome")),
        row.getString("channel"),
        row.getObject("contact_id", UUID.class),
        row.getBytes("message"),
        row.getBytes("facts"),
        row.getBytes("answer"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
