package org.moderato.contact.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moderato.contact.KnownCustomer;
import org.moderato.strategy.fact.Response;
import org.moderato.strategy.fact.Situation;

/** Responses, situations, and the ids of the events that told them. */
@ApplicationScoped
public class EventStore {

  /** The fingerprint under which an event id was used; empty: it was not. */
  public Optional<byte[]> find(Connection connection, String sender, String eventId)
      throws SQLException {
    String sql = "select fingerprint from event_key where sender = ? and event_id = ?";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, sender);
      query.setString(2, eventId);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
      }
    }
  }

  /**
   * Remembers an event id.
   *
   * @param fingerprint of the event's body
   */
  public void remember(
      Connection connection, EventId event, KnownCustomer known, byte[] fingerprint, Instant now)
      throws SQLException {
    String sql =
        "insert into event_key (sender, event_id, customer_id, fingerprint, recorded_at)"
            + " values (?, ?, ?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, event.sender());
      insert.setString(2, event.eventId());
      insert.setLong(3, known.id());
      insert.setBytes(4, fingerprint);
      insert.setObject(5, Sql.time(now));
      insert.executeUpdate();
    }
  }

  /** An event's id, per sender. */
  public record EventId(String sender, String eventId) {}

  /**
   * A response to be recorded.
   *
   * @param id ours, ordered by time
   * @param sender who told of it
   * @param response what the customer did
   * @param recordedAt when it was told
   */
  public record NewResponse(UUID id, String sender, Response response, Instant recordedAt) {}

  public void addResponse(Connection connection, NewResponse recorded, KnownCustomer known)
      throws SQLException {
    Response response = recorded.response();
    String sql =
        "insert into response (id, customer_id, name, intent, at, sender, message_id, recorded_at,"
            + " channel, category, department, brand, topic, template, sequence, step, priority,"
            + " attributes) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setObject(1, recorded.id());
      insert.setLong(2, known.id());
      insert.setString(3, response.name());
      insert.setString(4, response.intent());
      insert.setObject(5, Sql.time(response.at()));
      insert.setString(6, recorded.sender());
      insert.setString(7, response.messageId());
      insert.setObject(8, Sql.time(recorded.recordedAt()));
      Sql.setLabels(insert, 9, response.labels());
      insert.executeUpdate();
    }
  }

  /**
   * Ends a person's situations of that name and reference that would last longer, on whichever of
   * their ids; one that is said to have ended before it began ends at once.
   *
   * @param reference null: any
   * @return whether there were any
   */
  public boolean close(
      Connection connection, KnownCustomer known, Situation situation, @Nullable String reference)
      throws SQLException {
    String sql =
        "update situation set ends_at = case when starts_at > ? then starts_at else ? end"
            + " where customer_id in (select id from customer where person_key = ?) and name = ?"
            + " and (ends_at is null or ends_at > ?)"
            + (reference == null ? " and starts_at <= ?" : " and reference = ?");
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setObject(1, Sql.time(situation.endsAt()));
      update.setObject(2, Sql.time(situation.endsAt()));
      update.setLong(3, known.personKey());
      update.setString(4, situation.name());
      update.setObject(5, Sql.time(situation.endsAt()));
      if (reference == null) {
        update.setObject(6, Sql.time(situation.endsAt()));
      } else {
        update.setString(6, reference);
      }
      return update.executeUpdate() > 0;
    }
  }

  public void open(
      Connection connection, KnownCustomer known, Situation situation, @Nullable String reference)
      throws SQLException {
    String sql =
        "insert into situation (customer_id, name, reference, starts_at, ends_at)"
            + " values (?, ?, ?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setLong(1, known.id());
      insert.setString(2, situation.name());
      insert.setString(3, reference);
      insert.setObject(4, Sql.time(situation.startsAt()));
      insert.setObject(5, Sql.time(situation.endsAt()), Types.TIMESTAMP_WITH_TIMEZONE);
      insert.executeUpdate();
    }
  }
}
