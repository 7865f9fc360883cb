package org.moderato.scenario.file;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moderato.scenario.PastContact;
import org.moderato.scenario.ScenarioCustomer;
import org.moderato.strategy.Names;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.ContactStatus;

/** Reads entries of the history. */
final class HistoryPart {

  private static final KnownFields OWN =
      KnownFields.of(
          "at",
          "id",
          "customer",
          "status",
          "outcome",
          "reservedUntil",
          "endsAt",
          "account",
          "household");

  private final ScenarioWords words;
  private final VocabularyCheck vocabularies;
  private final Faults faults;
  private int number;

  HistoryPart(ScenarioWords words, VocabularyCheck vocabularies, Faults faults) {
    this.words = words;
    this.vocabularies = vocabularies;
    this.faults = faults;
  }

  List<PastContact> read(FieldReader reader, ScenarioCustomer customer, Times times) {
    return reader.parts("history").stream().map(part -> entry(part, customer, times)).toList();
  }

  private PastContact entry(Tree.Fields part, ScenarioCustomer customer, Times times) {
    FieldReader reader = new FieldReader(part, words.withLabels(OWN), faults);
    vocabularies.check(reader);
    Instant at = reader.parsed("at", times::parse);
    if (at == null && !reader.has("at")) {
      reader.wrong("at", "must say when");
    }
    String owner = reader.text("customer");
    boolean isTheirs = owner == null || owner.equals(customer.id());
    return new PastContact(
        contact(reader, at == null ? Instant.EPOCH : at, times),
        owner == null ? customer.id() : owner,
        group(reader, "account", isTheirs ? customer.facts().account() : null),
        group(reader, "household", isTheirs ? customer.facts().household() : null));
  }

  /** What the entry says, if only that it was nobody's; else the customer's own. */
  private static @Nullable String group(FieldReader reader, String name, @Nullable String usual) {
    return reader.has(name) ? reader.text(name) : usual;
  }

  private Contact contact(FieldReader reader, Instant at, Times times) {
    number++;
    String id = reader.text("id");
    String department = reader.text("department");
    return new Contact(
        new UUID(0, number),
        department == null ? "" : Names.word(department),
        id == null ? "history-" + number : id,
        at,
        reader.parsed("endsAt", times::parse),
        status(reader),
        reader.text("outcome"),
        reader.parsed("reservedUntil", times::parse),
        words.labels().read(reader));
  }

  private static ContactStatus status(FieldReader reader) {
    ContactStatus status = reader.parsed("status", HistoryPart::status);
    return status == null ? ContactStatus.SENT : status;
  }

  private static ContactStatus status(String text) {
    try {
      return ContactStatus.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "must be sent, planned, reserved, released or expired, not " + text, e);
    }
  }
}
