package org.moderato.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moderato.contact.KnownCustomer;
import org.moderato.contact.Locked;
import org.moderato.contact.MessageKey;
import org.moderato.contact.NewContact;
import org.moderato.contact.store.ContactStore;
import org.moderato.contact.store.CustomerReader;
import org.moderato.contact.store.MessageKeyStore;
import org.moderato.evaluation.store.DecisionLog;
import org.moderato.http.ErrorCode;
import org.moderato.http.JsonBodies;
import org.moderato.http.ServiceException;
import org.moderato.strategy.Outcome;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.ContactStatus;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.judge.Verdict;
import org.moderato.strategy.table.Level;

/**
 * Evaluates messages inside a locked transaction: replays what was answered before, or judges,
 * takes the slot and appends to the decision log.
 */
@ApplicationScoped
class Recorder {

  private static final String FRESH = "\"replayed\":false";
  private static final String REPLAYED = "\"replayed\":true";

  private final Judgements judgements;
  private final CustomerReader customers;
  private final ContactStore contacts;
  private final Transaction.Stores stores;
  private final LogFormat format;
  private final JsonBodies json;
  private final AskedInstants instants;

  Recorder(
      Judgements judgements,
      CustomerReader customers,
      ContactStore contacts,
      MessageKeyStore keys,
      DecisionLog log,
      LogFormat format,
      JsonBodies json,
      AskedInstants instants) {
    this.judgements = judgements;
    this.customers = customers;
    this.contacts = contacts;
    this.stores = new Transaction.Stores(contacts, keys, log);
    this.format = format;
    this.json = json;
    this.instants = instants;
  }

  /** Evaluates messages in their order, each after what was decided about the ones before. */
  List<Evaluated> evaluate(Locked locked, List<Question> questions, Judgements.Mode mode)
      throws SQLException {
    Transaction transaction = new Transaction(locked, customers.views(locked.connection()), stores);
    transaction.readKeys(questions);
    readCustomers(transaction, questions, mode);
    List<Evaluated> answers = new ArrayList<>();
    for (Question question : questions) {
      answers.add(evaluate(transaction, question, mode));
    }
    transaction.flush();
    return answers;
  }

  /** Those of messages that will be judged; what was answered before needs none. */
  private static void readCustomers(
      Transaction transaction, List<Question> questions, Judgements.Mode mode) throws SQLException {
    Map<KnownCustomer, Set<Level>> known = new HashMap<>();
    Instant earliest = transaction.locked().now();
    for (Question question : questions) {
      if (transaction.key(question).isEmpty()) {
        known
            .computeIfAbsent(
                transaction.locked().customer(question.customerId()),
                customer -> EnumSet.noneOf(Level.class))
            .addAll(mode.release().levels(question.message()));
        if (question.at() != null && question.at().isBefore(earliest)) {
          earliest = question.at();
        }
      }
    }
    transaction.readCustomers(known, earliest, mode.release().lookback());
  }

  private Evaluated evaluate(Transaction transaction, Question question, Judgements.Mode mode)
      throws SQLException {
    KnownCustomer known = transaction.locked().customer(question.customerId());
    Instant now = transaction.locked().now();
    Optional<MessageKey> key = transaction.key(question);
    if (key.isPresent()) {
      refuseOtherUse(key.get(), known, question);
      if (isAnswered(key.get(), transaction.contactOf(key.get()), now)) {
        return replay(transaction.decisionOf(key.get()));
      }
    }
    Instant at = instants.of(question, now);
    Judgement judgement =
        judgements.judge(transaction.viewsOf(known), known, question.message(), at, mode);
    return record(transaction, question, new Decided(known, at, judgement, key), mode);
  }

  /** One verdict on its way into the log. */
  private record Decided(
      KnownCustomer customer, Instant at, Judgement judgement, Optional<MessageKey> key) {}

  private static void refuseOtherUse(MessageKey key, KnownCustomer known, Question question) {
    boolean isOtherBody = key.evaluationId() != null && !question.isSameRequest(key.fingerprint());
    if (key.customerId() != known.id() || isOtherBody) {
      throw new ServiceException(
          ErrorCode.MESSAGE_ID_REUSED,
          "messageId: this id was used for another request; give each message an id of its own");
    }
  }

  /** A replayed SEND always stands for a slot that is still held; a DEFER ends at its time. */
  private static boolean isAnswered(MessageKey key, Optional<Contact> contact, Instant now) {
    if (key.evaluationId() == null || key.outcome() == null) {
      return false;
    }
    return switch (Outcome.valueOf(key.outcome())) {
      case SEND -> contact.filter(c -> c.isHeldAt(now)).isPresent();
      case DEFER -> key.validUntil() != null && now.isBefore(key.validUntil());
      case SUPPRESS -> true;
    };
  }

  private static Evaluated replay(Decision decision) {
    String stored = new String(decision.answer(), StandardCharsets.UTF_8);
    int mark = stored.indexOf(FRESH);
    String answer = stored.substring(0, mark) + REPLAYED + stored.substring(mark + FRESH.length());
    return new Evaluated(
        answer.getBytes(StandardCharsets.UTF_8),
        decision.release(),
        decision.outcome(),
        decision.channel(),
        true);
  }

  private Evaluated record(
      Transaction transaction, Question question, Decided decided, Judgements.Mode mode)
      throws SQLException {
    Verdict verdict = decided.judgement().verdict();
    UUID id = contacts.newId();
    String release = mode.release().id();
    Message message = question.message();
    byte[] answer = json.write(Answer.of(id, message.messageId(), verdict, release));
    UUID contactId =
        verdict.outcome() == Outcome.SEND ? take(transaction, question, decided) : null;
    transaction.decide(
        new Decision(
            id,
            decided.customer().id(),
            question.sender(),
            message.messageId(),
            transaction.locked().now(),
            decided.at(),
            release,
            verdict.outcome(),
            verdict.channel(),
            contactId,
            format.message(question),
            format.facts(decided.judgement().view(), mode.release().levels(message)),
            answer),
        key(question, decided, id, contactId));
    return new Evaluated(answer, release, verdict.outcome(), verdict.channel(), false);
  }

  private static MessageKey key(
      Question question, Decided decided, UUID id, @Nullable UUID contactId) {
    Verdict verdict = decided.judgement().verdict();
    return new MessageKey(
        question.sender(),
        question.message().messageId(),
        decided.customer().id(),
        question.fingerprint(),
        id,
        verdict.outcome().name(),
        verdict.outcome() == Outcome.DEFER ? verdict.at() : null,
        contactId != null ? contactId : decided.key().map(MessageKey::contactId).orElse(null));
  }

  /** Takes the slot: a contact that counts as sent, or a reservation. */
  private UUID take(Transaction transaction, Question question, Decided decided)
      throws SQLException {
    Instant now = transaction.locked().now();
    Optional<Contact> before =
        decided.key().isPresent() ? transaction.contactOf(decided.key().get()) : Optional.empty();
    if (before.isPresent() && before.get().isHeldAt(now)) {
      // It took place already and was reported; the verdict does not count it twice.
      return before.get().id();
    }
    if (before.isPresent() && before.get().status() == ContactStatus.PLANNED) {
      transaction.drop(before.get(), decided.customer());
    }
    Contact contact = contact(transaction.locked(), question, decided);
    transaction.take(new NewContact(contact, decided.customer(), false, now));
    return contact.id();
  }

  private Contact contact(Locked locked, Question question, Decided decided) {
    Verdict verdict = decided.judgement().verdict();
    Message message = question.message();
    Duration reserveFor = question.reserveFor();
    return new Contact(
        contacts.newId(),
        question.sender(),
        message.messageId(),
        decided.at(),
        message.endsAt(),
        reserveFor == null ? ContactStatus.SENT : ContactStatus.RESERVED,
        null,
        reserveFor == null ? null : locked.now().plus(reserveFor),
        message.labels().onChannel(verdict.channel()));
  }
}
