package org.moderato.contact.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moderato.contact.KnownCustomer;
import org.moderato.strategy.fact.Consent;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.fact.Response;
import org.moderato.strategy.fact.Situation;
import org.moderato.strategy.table.Level;

/** Loads what a judgement may see of a customer. */
@ApplicationScoped
public class CustomerReader {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OF_PERSON =
      " t join customer p on p.id = t.customer_id where p.person_key = ?";

  private final ContactStore contacts;

  CustomerReader(ContactStore contacts) {
    this.contacts = contacts;
  }

  /**
   * What is known of a customer at an instant.
   *
   * @param lookback how far back contacts are loaded; there is no upper end
   * @param levels whether the account's and the household's contacts are loaded too
   */
  public CustomerView view(
      Connection connection, KnownCustomer known, Instant at, Duration lookback, Set<Level> levels)
      throws SQLException {
    Instant from = at.minus(lookback);
    return new CustomerView(
        customer(connection, known),
        contacts.history(connection, known, Level.CUSTOMER, from, at),
        level(connection, known, Level.ACCOUNT, from, at, levels),
        level(connection, known, Level.HOUSEHOLD, from, at, levels),
        from);
  }

  private List<Contact> level(
      Connection connection,
      KnownCustomer known,
      Level level,
      Instant from,
      Instant at,
      Set<Level> levels)
      throws SQLException {
    return levels.contains(level)
        ? contacts.history(connection, known, level, from, at)
        : List.of();
  }

  private static Customer customer(Connection connection, KnownCustomer known) throws SQLException {
    String sql =
        "select c.country, c.region, c.zone, c.language, c.stage, c.segments, c.attributes,"
            + " a.name as account, h.name as household from customer c"
            + " left join lock_key a on a.id = c.account_key"
            + " left join lock_key h on h.id = c.household_key where c.id = ?";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setLong(1, known.id());
      try (ResultSet row = query.executeQuery()) {
        row.next();
        String zone = row.getString("zone");
        return new Customer(
            row.getString("country"),
            row.getString("region"),
            zone == null ? null : ZoneId.of(zone),
            row.getString("language"),
            row.getString("stage"),
            segments(row.getString("segments")),
            row.getString("account"),
            row.getString("household"),
            Sql.attributes(row.getString("attributes")),
            consents(connection, known),
            situations(connection, known),
            responses(connection, known));
      }
    }
  }

  private static Set<String> segments(@Nullable String json) {
    if (json == null) {
      return Set.of();
    }
    try {
      return JSON.readValue(json, new TypeReference<Set<String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored segments cannot be read", e);
    }
  }

  private static String select(String columns, String table) {
    return "select " + Sql.of("t", columns) + " from " + table + OF_PERSON;
  }

  /** Reads one row into a fact. */
  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private static <T> List<T> all(
      Connection connection, String sql, KnownCustomer known, RowReader<T> reader)
      throws SQLException {
    List<T> facts = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setLong(1, known.personKey());
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          facts.add(reader.read(rows));
        }
      }
    }
    return facts;
  }

  private static List<Consent> consents(Connection connection, KnownCustomer known)
      throws SQLException {
    String sql =
        select("channel, category, brand, opted_in, valid_from, valid_until", "consent")
            + " order by t.id";
    return all(
        connection,
        sql,
        known,
        row ->
            new Consent(
                row.getString("channel"),
                row.getString("category"),
                row.getString("brand"),
                row.getBoolean("opted_in"),
                Objects.requireNonNull(Sql.instant(row, "valid_from")),
                Sql.instant(row, "valid_until")));
  }

  private static List<Situation> situations(Connection connection, KnownCustomer known)
      throws SQLException {
    String sql = select("name, starts_at, ends_at", "situation") + " order by t.id";
    return all(
        connection,
        sql,
        known,
        row ->
            new Situation(
                row.getString("name"),
                Objects.requireNonNull(Sql.instant(row, "starts_at")),
                Sql.instant(row, "ends_at")));
  }

  private static List<Response> responses(Connection connection, KnownCustomer known)
      throws SQLException {
    String sql =
        select(
                "name, intent, at, message_id, channel, category, department, brand, topic, "
                    + "template, sequence, step, priority, attributes",
                "response")
            + " order by t.at, t.id";
    return all(
        connection,
        sql,
        known,
        row ->
            new Response(
                row.getString("name"),
                row.getString("intent"),
                Objects.requireNonNull(Sql.instant(row, "at")),
                row.getString("message_id"),
                Sql.labels(row)));
  }
}
