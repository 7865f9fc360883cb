package org.moderato.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moderato.contact.KnownCustomer;
import org.moderato.contact.Locked;
import org.moderato.contact.MessageKey;
import org.moderato.contact.NewContact;
import org.moderato.contact.store.ContactStore;
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

/**
 * Evaluates one message inside a locked transaction: replays what was answered before, or judges,
 * takes the slot and appends to the decision log.
 */
@ApplicationScoped
class Recorder {

  private static final String FRESH = "\"replayed\":false";
  private static final String REPLAYED = "\"replayed\":true";

  private final Judgements judgements;
  private final ContactStore contacts;
  private final MessageKeyStore keys;
  private final DecisionLog log;
  private final LogFormat format;
  private final JsonBodies json;
  private final EvaluationConfig config;

  Recorder(
      Judgements judgements,
      ContactStore contacts,
      MessageKeyStore keys,
      DecisionLog log,
      LogFormat format,
      JsonBodies json,
      EvaluationConfig config) {
    this.judgements = judgements;
    this.contacts = contacts;
    this.keys = keys;
    this.log = log;
    this.format = format;
    this.json = json;
    this.config = config;
  }

  Evaluated evaluate(Locked locked, Question question, Judgements.Mode mode) throws SQLException {
    KnownCustomer known = locked.customer(question.customerId());
    Optional<MessageKey> key =
        keys.find(locked.connection(), question.sender(), question.message().messageId());
    if (key.isPresent()) {
      refuseOtherUse(key.get(), known, question);
      Optional<Contact> contact = contactOf(locked, key.get());
      if (isAnswered(key.get(), contact, locked.now())) {
        return replay(locked, key.get());
      }
    }
    Instant at = instant(question, locked.now());
    Judgement judgement = judgements.judge(locked, known, question.message(), at, mode);
    return record(locked, question, new Decided(known, at, judgement, key), mode);
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

  private Optional<Contact> contactOf(Locked locked, MessageKey key) throws SQLException {
    UUID id = key.contactId();
    return id == null ? Optional.empty() : contacts.find(locked.connection(), id);
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

  private Evaluated replay(Locked locked, MessageKey key) throws SQLException {
    UUID id = Objects.requireNonNull(key.evaluationId());
    Decision decision = log.find(locked.connection(), id).orElseThrow();
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

  /** The instant to judge, within its bounds. */
  private Instant instant(Question question, Instant now) {
    Instant at = question.at();
    if (at == null) {
      return now;
    }
    if (at.isBefore(now.minus(config.maxPast()))) {
      throw ServiceException.invalid("at", "lies too far in the past, at most " + config.maxPast());
    }
    Duration near = Duration.ofMinutes(5);
    if (question.reserveFor() != null && Duration.between(now, at).abs().compareTo(near) > 0) {
      throw ServiceException.invalid(
          "reserveFor", "a slot can only be reserved for now: leave out at, or give about now");
    }
    return notTooFarAhead(at, now);
  }

  private Instant notTooFarAhead(Instant at, Instant now) {
    if (at.isAfter(now.plus(config.maxAhead()))) {
      throw ServiceException.invalid("at", "lies too far ahead, at most " + config.maxAhead());
    }
    return at;
  }

  /** A dry run may ask about any instant within 400 days, past or ahead. */
  Instant dryRunInstant(Question question, Instant now) {
    Instant at = question.at();
    if (at == null) {
      return now;
    }
    if (at.isBefore(now.minus(config.maxAhead()))) {
      throw ServiceException.invalid(
          "at", "lies too far in the past, at most " + config.maxAhead());
    }
    return notTooFarAhead(at, now);
  }

  private Evaluated record(Locked locked, Question question, Decided decided, Judgements.Mode mode)
      throws SQLException {
    Verdict verdict = decided.judgement().verdict();
    UUID id = contacts.newId();
    String release = mode.release().id();
    Message message = question.message();
    byte[] answer = json.write(Answer.of(id, message.messageId(), verdict, release));
    UUID contactId = verdict.outcome() == Outcome.SEND ? take(locked, question, decided) : null;
    log.append(
        locked.connection(),
        new Decision(
            id,
            decided.customer().id(),
            question.sender(),
            message.messageId(),
            locked.now(),
            decided.at(),
            release,
            verdict.outcome(),
            verdict.channel(),
            contactId,
            format.message(question),
            format.facts(decided.judgement().view(), mode.release().levels(message)),
            answer));
    remember(locked, question, decided, id, contactId);
    return new Evaluated(answer, release, verdict.outcome(), verdict.channel(), false);
  }

  private void remember(
      Locked locked, Question question, Decided decided, UUID id, @Nullable UUID contactId)
      throws SQLException {
    Verdict verdict = decided.judgement().verdict();
    MessageKey key =
        new MessageKey(
            question.sender(),
            question.message().messageId(),
            decided.customer().id(),
            question.fingerprint(),
            id,
            verdict.outcome().name(),
            verdict.outcome() == Outcome.DEFER ? verdict.at() : null,
            contactId != null ? contactId : decided.key().map(MessageKey::contactId).orElse(null));
    if (decided.key().isPresent()) {
      keys.update(locked.connection(), key, locked.now());
    } else {
      keys.insert(locked.connection(), key, locked.now());
    }
  }

  /** Takes the slot: a contact that counts as sent, or a reservation. */
  private UUID take(Locked locked, Question question, Decided decided) throws SQLException {
    Optional<Contact> before =
        decided.key().isPresent() ? contactOf(locked, decided.key().get()) : Optional.empty();
    if (before.isPresent() && before.get().isHeldAt(locked.now())) {
      // It took place already and was reported; the verdict does not count it twice.
      return before.get().id();
    }
    if (before.isPresent() && before.get().status() == ContactStatus.PLANNED) {
      contacts.dropPlan(locked.connection(), before.get());
    }
    Contact contact = contact(locked, question, decided);
    contacts.insert(
        locked.connection(), new NewContact(contact, decided.customer(), false, locked.now()));
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
