package org.moderato.packaged.check;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.moderato.packaged.check.Tables.ContactRow;
import org.moderato.packaged.check.Tables.EvaluationRow;
import org.moderato.packaged.check.Tables.KeyRow;
import org.moderato.packaged.check.Violation.Kind;

/** Whether the tables agree with each other and hold nothing that nobody asked for. */
final class TableCheck {

  private final Evidence evidence;

  TableCheck(Evidence evidence) {
    this.evidence = evidence;
  }

  void check() {
    evidence.tables().contacts().forEach(this::checkContact);
    evidence.tables().keys().forEach(this::checkKey);
    Set<MessageId> judged =
        evidence.tables().evaluations().stream()
            .map(EvaluationRow::message)
            .collect(Collectors.toSet());
    judged.forEach(this::checkVerdicts);
  }

  private void checkContact(ContactRow contact) {
    String name = evidence.customer(contact.customer()).name();
    if (accepted(contact.message()).stream().noneMatch(asked -> isFor(asked, contact, name))) {
      evidence.found(Kind.NOT_ASKED, contact.customer(), contact.toString());
    }
    if (evidence.contacts(contact.message()).size() > 1) {
      evidence.found(Kind.NO_CONTACT, contact.customer(), "one of several: " + contact);
    }
    boolean hasVerdict =
        evidence.evaluations(contact.message()).stream()
            .anyMatch(verdict -> contact.id().equals(verdict.contact()));
    if (!hasVerdict) {
      evidence.found(Kind.NOT_ASKED, contact.customer(), "without a verdict: " + contact);
    }
  }

  /** The requests that may have made what is in the tables: none that was refused. */
  private List<Exchange> accepted(MessageId message) {
    List<Exchange> all = evidence.exchanges(message);
    Set<String> answered =
        all.stream()
            .filter(Exchange::isAnswered)
            .map(Exchange::content)
            .collect(Collectors.toSet());
    return all.stream()
        .filter(e -> answered.isEmpty() || answered.contains(e.content()))
        .filter(e -> e.status() != 422)
        .toList();
  }

  private static boolean isFor(Exchange asked, ContactRow contact, String customer) {
    return asked.customer().equals(customer)
        && (asked.at() == null || asked.at().equals(contact.at()))
        && asked.content().contains("\"category\":\"" + contact.category() + "\"");
  }

  private void checkKey(KeyRow key) {
    if (evidence.evaluations(key.message()).isEmpty()) {
      evidence.found(Kind.WRONG_KEY, key.customer(), "without a verdict: " + key);
    }
  }

  private void checkVerdicts(MessageId message) {
    List<EvaluationRow> verdicts = evidence.evaluations(message);
    EvaluationRow last = verdicts.get(verdicts.size() - 1);
    if (accepted(message).isEmpty()) {
      evidence.found(Kind.NOT_ASKED, last.customer(), last.toString());
    }
    checkKeyOf(last);
    for (int i = 1; i < verdicts.size(); i++) {
      EvaluationRow before = verdicts.get(i - 1);
      if (!isOver(before, verdicts.get(i).decidedAt())) {
        evidence.found(
            Kind.OTHER_ANSWER, last.customer(), before + " was replaced by " + verdicts.get(i));
      }
    }
    if (last.outcome().equals("SEND") && !contacts(message).contains(last.contact())) {
      evidence.found(Kind.NO_CONTACT, last.customer(), last.toString());
    }
  }

  private List<UUID> contacts(MessageId message) {
    return evidence.contacts(message).stream().map(ContactRow::id).toList();
  }

  /** Only a DEFER is ever over: at its time. */
  private static boolean isOver(EvaluationRow verdict, Instant now) {
    return verdict.outcome().equals("DEFER")
        && !Instant.parse(Json.of(verdict.answer()).path("at").asText()).isAfter(now);
  }

  private void checkKeyOf(EvaluationRow last) {
    List<KeyRow> keys = evidence.keys(last.message());
    boolean isRight =
        keys.size() == 1
            && last.id().equals(keys.get(0).evaluation())
            && Objects.equals(last.contact(), keys.get(0).contact())
            && last.customer() == keys.get(0).customer();
    if (!isRight) {
      evidence.found(Kind.WRONG_KEY, last.customer(), last + " has the keys " + keys);
    }
  }
}
