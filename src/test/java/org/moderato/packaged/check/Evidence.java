package org.moderato.packaged.check;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.moderato.packaged.check.Tables.ContactRow;
import org.moderato.packaged.check.Tables.CustomerRow;
import org.moderato.packaged.check.Tables.EvaluationRow;
import org.moderato.packaged.check.Tables.KeyRow;

/** Journal and tables, ready to be compared, and what was found. */
final class Evidence {

  private final List<Exchange> exchanges;
  private final Tables tables;
  private final Map<MessageId, List<Exchange>> byMessage;
  private final Map<Long, CustomerRow> customers;
  private final Map<MessageId, List<ContactRow>> contacts;
  private final Map<MessageId, List<EvaluationRow>> evaluations;
  private final Map<UUID, EvaluationRow> evaluationsById;
  private final Map<MessageId, List<KeyRow>> keys;
  private final List<Violation> violations = new ArrayList<>();

  Evidence(List<Exchange> exchanges, Tables tables) {
    this.exchanges = exchanges;
    this.tables = tables;
    byMessage = exchanges.stream().collect(groupingBy(Exchange::message));
    customers = tables.customers().stream().collect(toMap(CustomerRow::id, Function.identity()));
    contacts = tables.contacts().stream().collect(groupingBy(ContactRow::message));
    evaluations =
        tables.evaluations().stream()
            .sorted(Comparator.comparing(EvaluationRow::decidedAt))
            .collect(groupingBy(EvaluationRow::message));
    evaluationsById =
        tables.evaluations().stream().collect(toMap(EvaluationRow::id, Function.identity()));
    keys = tables.keys().stream().collect(groupingBy(KeyRow::message));
  }

  List<Exchange> exchanges() {
    return exchanges;
  }

  Tables tables() {
    return tables;
  }

  Map<MessageId, List<Exchange>> byMessage() {
    return byMessage;
  }

  List<Exchange> exchanges(MessageId message) {
    return byMessage.getOrDefault(message, List.of());
  }

  List<ContactRow> contacts(MessageId message) {
    return contacts.getOrDefault(message, List.of());
  }

  /** In the order in which they were given. */
  List<EvaluationRow> evaluations(MessageId message) {
    return evaluations.getOrDefault(message, List.of());
  }

  Map<UUID, EvaluationRow> evaluationsById() {
    return evaluationsById;
  }

  List<KeyRow> keys(MessageId message) {
    return keys.getOrDefault(message, List.of());
  }

  CustomerRow customer(long id) {
    return customers.get(id);
  }

  void found(Violation.Kind kind, long customer, String words) {
    CustomerRow row = customers.get(customer);
    found(kind, row == null ? "customer " + customer : row.name(), words);
  }

  void found(Violation.Kind kind, String customer, String words) {
    violations.add(new Violation(kind, customer, words));
  }

  List<Violation> violations() {
    return violations;
  }
}
