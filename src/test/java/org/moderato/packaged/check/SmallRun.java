package org.moderato.packaged.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.moderato.packaged.check.Cap.Level;
import org.moderato.packaged.check.Tables.ContactRow;
import org.moderato.packaged.check.Tables.CustomerRow;
import org.moderato.packaged.check.Tables.EvaluationRow;
import org.moderato.packaged.check.Tables.KeyRow;

/**
 * A run with nothing wrong in it, to be spoilt: two in seven days, sent on the first, second and
 * ninth day and deferred on the third; the first was asked about twice.
 */
final class SmallRun {

  static final Cap CAP = new Cap("week", "promotion", 2, Duration.ofDays(7), Level.CUSTOMER);

  private static final long CUSTOMER = 7;
  private static final Instant START = Instant.parse("2026-11-26T00:00:00Z");
  private static final String DEFER =
      """
      "DEFER","at":"%s","replayed":false,"findings":[{"outcome":"DEFER","checkedAt":"%s",\
      "row":"week","counted":["m1","m2"]}]}""";

  final List<Exchange> journal = new ArrayList<>();
  final List<CustomerRow> customers = new ArrayList<>();
  final List<ContactRow> contacts = new ArrayList<>();
  final List<KeyRow> keys = new ArrayList<>();
  final List<EvaluationRow> evaluations = new ArrayList<>();

  SmallRun() {
    customers.add(new CustomerRow(CUSTOMER, "c7", 1, 2L, 3L));
    send(1);
    send(2);
    String defer = DEFER.formatted(day(8), day(3));
    add(3, "DEFER", "{\"evaluationId\":\"" + id(3) + "\",\"outcome\":" + defer, null);
    send(9);
    journal.add(ask("m1", day(1), 200, journal.get(0).answer().replace("false", "true")));
  }

  static Instant day(int day) {
    return START.plus(Duration.ofDays(day));
  }

  static UUID id(int number) {
    return new UUID(0, number);
  }

  static MessageId message(String id) {
    return new MessageId("marketing", id);
  }

  static Exchange ask(String message, Instant at, int status, String answer) {
    return Exchange.of(
        """
        {"messageId": "%s", "customerId": "c7", "department": "marketing",
         "category": "promotion", "at": "%s"}
        """
            .formatted(message, at),
        status,
        answer);
  }

  private void send(int day) {
    UUID contact = id(100 + day);
    contacts.add(contact(day, contact));
    String answer =
        "{\"evaluationId\":\"%s\",\"outcome\":\"SEND\",\"replayed\":false,\"findings\":[]}";
    add(day, "SEND", answer.formatted(id(day)), contact);
  }

  static ContactRow contact(int day, UUID id) {
    MessageId message = message("m" + day);
    return new ContactRow(id, CUSTOMER, 2L, 3L, message, day(day), "promotion", decided(day));
  }

  private void add(int day, String outcome, String answer, UUID contact) {
    MessageId message = message("m" + day);
    evaluations.add(
        new EvaluationRow(
            id(day), CUSTOMER, message, decided(day), day(day), outcome, contact, answer));
    keys.add(new KeyRow(message, CUSTOMER, id(day), contact));
    journal.add(ask("m" + day, day(day), 200, answer));
  }

  private static Instant decided(int day) {
    return START.plusSeconds(day);
  }

  /** Changes the verdict of a day. */
  void verdict(int day, UnaryOperator<EvaluationRow> change) {
    evaluations.replaceAll(row -> row.id().equals(id(day)) ? change.apply(row) : row);
  }

  /** Changes what was answered on a day, in the table and in the journal. */
  void answer(int day, String words, String others) {
    verdict(
        day,
        row ->
            new EvaluationRow(
                row.id(),
                row.customer(),
                row.message(),
                row.decidedAt(),
                row.askedAt(),
                row.outcome(),
                row.contact(),
                row.answer().replace(words, others)));
    journal.replaceAll(
        e ->
            new Exchange(
                e.message(),
                e.customer(),
                e.at(),
                e.content(),
                e.status(),
                e.message().id().equals("m" + day)
                    ? e.answer().replace(words, others)
                    : e.answer()));
  }

  List<Violation> violations(boolean faults) {
    return new Audit(List.of(CAP), faults)
        .violations(journal, new Tables(customers, contacts, keys, evaluations));
  }
}
