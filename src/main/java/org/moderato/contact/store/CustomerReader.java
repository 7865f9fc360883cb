package org.moderato.contact.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moderato.contact.KnownCustomer;
import org.moderato.strategy.fact.Consent;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.Response;
import org.moderato.strategy.fact.Situation;

/** Loads what is known of customers, and their history. */
@ApplicationScoped
public class CustomerReader {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OF_PERSONS =
      " t join customer p on p.id = t.customer_id where p.person_key in (%s)";

  private final ContactStore contacts;

  CustomerReader(ContactStore contacts) {
    this.contacts = contacts;
  }

  /** What one transaction may see. */
  public CustomerViews views(Connection connection) {
    return new CustomerViews(this, contacts, connection);
  }

  /** The customer's own id of a surrogate. */
  public String externalId(Connection connection, long customerId) throws SQLException {
    String sql = "select external_id from customer where id = ?";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setLong(1, customerId);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  /**
   * What is known of customers.
   *
   * @return by surrogate
   */
  Map<Long, Customer> customers(Connection connection, Collection<KnownCustomer> known)
      throws SQLException {
    Set<Long> persons = new HashSet<>();
    Map<Long, Long> personOf = new HashMap<>();
    for (KnownCustomer one : known) {
      persons.add(one.personKey());
      personOf.put(one.id(), one.personKey());
    }
    Said said =
        new Said(
            consents(connection, persons),
            situations(connection, persons),
            responses(connection, persons));
    return customers(connection, personOf, said);
  }

  /** What was said of persons, by their keys. */
  private record Said(
      Map<Long, List<Consent>> consents,
      Map<Long, List<Situation>> situations,
      Map<Long, List<Response>> responses) {}

  private static Map<Long, Customer> customers(
      Connection connection, Map<Long, Long> personOf, Said said) throws SQLException {
    String sql =
        "select c.id, c.country, c.region, c.zone, c.language, c.stage, c.segments, c.attributes,"
            + " a.name as account, h.name as household from customer c"
            + " left join lock_key a on a.id = c.account_key"
            + " left join lock_key h on h.id = c.household_key where c.id in (%s)";
    Map<Long, Customer> customers = new HashMap<>();
    new ListQuery<Long>(sql, PreparedStatement::setLong)
        .each(
            connection,
            personOf.keySet(),
            row -> {
              long id = row.getLong("id");
              customers.put(id, customer(row, personOf.get(id), said));
            });
    return customers;
  }

  private static Customer customer(ResultSet row, @Nullable Long person, Said said)
      throws SQLException {
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
        said.consents().getOrDefault(person, List.of()),
        said.situations().getOrDefault(person, List.of()),
        said.responses().getOrDefault(person, List.of()));
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

  /** Reads one row into a fact. */
  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * The facts of one table.
   *
   * @param order how those of one person are sorted
   * @return by person's key
   */
  private static <T> Map<Long, List<T>> all(
      Connection connection, String select, String order, Set<Long> persons, RowReader<T> reader)
      throws SQLException {
    Map<Long, List<T>> facts = new HashMap<>();
    new ListQuery<Long>(select + OF_PERSONS + " order by " + order, PreparedStatement::setLong)
        .each(
            connection,
            persons,
            row ->
                facts
                    .computeIfAbsent(row.getLong("person_key"), key -> new ArrayList<>())
                    .add(reader.read(row)));
    return facts;
  }

  private static String select(String columns, String table) {
    return "select p.person_key, " + Sql.of("t", columns) + " from " + table;
  }

  private static Map<Long, List<Consent>> consents(Connection connection, Set<Long> persons)
      throws SQLException {
    return all(
        connection,
        select("channel, category, brand, opted_in, valid_from, valid_until", "consent"),
        "t.id",
        persons,
        row ->
            new Consent(
                row.getString("channel"),
                row.getString("category"),
                row.getString("brand"),
                row.getBoolean("opted_in"),
                Objects.requireNonNull(Sql.instant(row, "valid_from")),
                Sql.instant(row, "valid_until")));
  }

  private static Map<Long, List<Situation>> situations(Connection connection, Set<Long> persons)
      throws SQLException {
    return all(
        connection,
        select("name, starts_at, ends_at", "situation"),
        "t.id",
        persons,
        row ->
            new Situation(
                row.getString("name"),
                Objects.requireNonNull(Sql.instant(row, "starts_at")),
                Sql.instant(row, "ends_at")));
  }

  private static Map<Long, List<Response>> responses(Connection connection, Set<Long> persons)
      throws SQLException {
    return all(
        connection,
        select(
            "name, intent, at, message_id, channel, category, department, brand, topic, "
                + "template, sequence, step, priority, attributes",
            "response"),
        "t.at, t.id",
        persons,
        row ->
            new Response(
                row.getString("name"),
                row.getString("intent"),
                Objects.requireNonNull(Sql.instant(row, "at")),
                row.getString("message_id"),
                Sql.labels(row)));
  }
}
