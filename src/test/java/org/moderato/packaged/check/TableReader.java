package org.moderato.packaged.check;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.moderato.packaged.check.Tables.ContactRow;
import org.moderato.packaged.check.Tables.CustomerRow;
import org.moderato.packaged.check.Tables.EvaluationRow;
import org.moderato.packaged.check.Tables.KeyRow;

/** Reads the tables by SQL. */
public final class TableReader {

  private static final String CUSTOMERS =
      "select id, external_id, person_key, account_key, household_key from customer"
          + " where external_id like ?";
  private static final String CONTACTS =
      "select id, customer_id, account_key, household_key, sender, message_id, at, category,"
          + " recorded_at from contact where message_id like ? and status = 'SENT' and"
          + " coalesce(outcome, '') not in ('aborted', 'skipped', 'refused', 'rejected')";
  private static final String KEYS =
      "select sender, message_id, customer_id, evaluation_id, contact_id from message_key"
          + " where message_id like ?";
  private static final String EVALUATIONS =
      "select id, customer_id, sender, message_id, decided_at, asked_at, outcome, contact_id,"
          + " answer from evaluation where message_id like ?";

  private TableReader() {}

  /**
   * Reads what belongs to one run.
   *
   * @param url of the database
   * @param run what all ids of messages and customers of the run begin with
   */
  public static Tables read(String url, String run) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      return new Tables(
          rows(connection, CUSTOMERS, run, TableReader::customer),
          rows(connection, CONTACTS, run, TableReader::contact),
          rows(connection, KEYS, run, TableReader::key),
          rows(connection, EVALUATIONS, run, TableReader::evaluation));
    }
  }

  private interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private static <T> List<T> rows(Connection connection, String sql, String run, Row<T> form)
      throws SQLException {
    List<T> rows = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, run + "-%");
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          rows.add(form.of(row));
        }
      }
    }
    return rows;
  }

  private static CustomerRow customer(ResultSet row) throws SQLException {
    return new CustomerRow(
        row.getLong("id"),
        row.getString("external_id"),
        row.getLong("person_key"),
        row.getObject("account_key", Long.class),
        row.getObject("household_key", Long.class));
  }

  private static ContactRow contact(ResultSet row) throws SQLException {
    return new ContactRow(
        row.getObject("id", UUID.class),
        row.getLong("customer_id"),
        row.getObject("account_key", Long.class),
        row.getObject("household_key", Long.class),
        message(row),
        instant(row, "at"),
        row.getString("category"),
        instant(row, "recorded_at"));
  }

  private static KeyRow key(ResultSet row) throws SQLException {
    return new KeyRow(
        message(row),
        row.getLong("customer_id"),
        row.getObject("evaluation_id", UUID.class),
        row.getObject("contact_id", UUID.class));
  }

  private static EvaluationRow evaluation(ResultSet row) throws SQLException {
    return new EvaluationRow(
        row.getObject("id", UUID.class),
        row.getLong("customer_id"),
        message(row),
        instant(row, "decided_at"),
        instant(row, "asked_at"),
        row.getString("outcome"),
        row.getObject("contact_id", UUID.class),
        new String(row.getBytes("answer"), StandardCharsets.UTF_8));
  }

  private static MessageId message(ResultSet row) throws SQLException {
    return new MessageId(row.getString("sender"), row.getString("message_id"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
