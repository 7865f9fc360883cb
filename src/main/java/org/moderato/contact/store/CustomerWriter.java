package org.moderato.contact.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.moderato.contact.CustomerData;
import org.moderato.contact.Groups;
import org.moderato.contact.KnownCustomer;
import org.moderato.strategy.fact.Consent;

/** Writes what is known of a customer. */
@ApplicationScoped
public class CustomerWriter {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Replaces what was said before; consent that came by events is kept. */
  public void write(
      Connection connection, KnownCustomer known, CustomerData data, Groups groups, Instant now)
      throws SQLException {
    String sql =
        "update customer set country = ?, region = ?, zone = ?, language = ?, stage = ?,"
            + " segments = ?, attributes = ?, account_key = ?, household_key = ?, updated_at = ?"
            + " where id = ?";
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, data.country());
      update.setString(2, data.region());
      update.setString(3, data.zone() == null ? null : data.zone().getId());
      update.setString(4, data.language());
      update.setString(5, data.stage());
      update.setString(6, json(data.segments()));
      update.setString(7, Sql.json(data.attributes()));
      update.setObject(8, groups.account(), Types.BIGINT);
      update.setObject(9, groups.household(), Types.BIGINT);
      update.setObject(10, Sql.time(now));
      update.setLong(11, known.id());
      update.executeUpdate();
    }
    replaceConsents(connection, known, data);
  }

  private static @Nullable String json(SortedSet<String> segments) {
    if (segments.isEmpty()) {
      return null;
    }
    try {
      return JSON.writeValueAsString(segments);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("segments cannot be written", e);
    }
  }

  private static void replaceConsents(Connection connection, KnownCustomer known, CustomerData data)
      throws SQLException {
    String sql = "delete from consent where customer_id = ? and not by_event";
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setLong(1, known.id());
      delete.executeUpdate();
    }
    for (Consent consent : data.consents()) {
      addConsent(connection, known, consent, false);
    }
  }

  /**
   * Adds an entry.
   *
   * @param byEvent whether the customer said it by an event, such as an unsubscription
   */
  public static void addConsent(
      Connection connection, KnownCustomer known, Consent consent, boolean byEvent)
      throws SQLException {
    String sql =
        "insert into consent (customer_id, channel, category, brand, opted_in, valid_from,"
            + " valid_until, by_event) values (?, ?, ?, ?, ?, ?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setLong(1, known.id());
      insert.setString(2, consent.channel());
      insert.setString(3, consent.category());
      insert.setString(4, consent.brand());
      insert.setBoolean(5, consent.optedIn());
      insert.setObject(6, Sql.time(consent.from()));
      insert.setObject(7, Sql.time(consent.until()), Types.TIMESTAMP_WITH_TIMEZONE);
      insert.setBoolean(8, byEvent);
      insert.executeUpdate();
    }
  }
}
