package org.moderato.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderato.contact.store.ContactStore;
import org.moderato.contact.store.CustomerReader;
import org.moderato.contact.store.MessageKeyStore;
import org.moderato.http.ErrorCode;
import org.moderato.http.ServiceException;
import org.moderato.strategy.Names;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.ContactStatus;

/**
 * Confirms and gives back slots, each once: the same resolution again changes nothing, the other
 * one is a conflict.
 */
@ApplicationScoped
public class ResolutionService {

  /** Clocks differ by so much at most. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  private final Ledger ledger;
  private final CustomerReader customers;
  private final ContactStore contacts;
  private final MessageKeyStore keys;

  ResolutionService(
      Ledger ledger, CustomerReader customers, ContactStore contacts, MessageKeyStore keys) {
    this.ledger = ledger;
    this.customers = customers;
    this.contacts = contacts;
    this.keys = keys;
  }

  private interface Change {
    LedgerEntry of(LedgerEntry before, Instant now);
  }

  /**
   * Confirms the slot of a message: it went out.
   *
   * @param department who sent it; null: whoever used the id, if it was only one
   * @param sentAt when it went out, although its reservation may have expired
   */
  public LedgerEntry confirm(
      String messageId, @Nullable String department, @Nullable Instant sentAt) {
    return resolve(messageId, department, (before, now) -> confirmed(before, now, sentAt));
  }

  /**
   * Gives the slot of a message back: it is not sent.
   *
   * @param department who had it; null: whoever used the id, if it was only one
   */
  public LedgerEntry release(String messageId, @Nullable String department) {
    return resolve(messageId, department, (before, now) -> released(before));
  }

  private LedgerEntry resolve(String messageId, @Nullable String department, Change change) {
    MessageKey used = theKey(messageId, department);
    String customerId =
        ledger.reading(
            null, locked -> customers.externalId(locked.connection(), used.customerId()));
    return ledger.locked(
        List.of(CustomerRef.withGroups(customerId)), locked -> resolve(locked, used, change));
  }

  private LedgerEntry resolve(Locked locked, MessageKey used, Change change) throws SQLException {
    LedgerEntry entry = entry(locked, used);
    locked.require(entry.groups().keys());
    LedgerEntry before = entry.asOf(locked.now());
    LedgerEntry after = change.of(before, locked.now());
    if (!after.equals(before)) {
      contacts.update(locked.connection(), after);
    }
    return after;
  }

  /** Only now: another slot may have been taken for the id since it was looked up. */
  private LedgerEntry entry(Locked locked, MessageKey used) throws SQLException {
    MessageKey key = keys.find(locked.connection(), used.sender(), used.messageId()).orElseThrow();
    if (key.contactId() == null) {
      throw conflict("the message holds no slot to resolve");
    }
    return contacts.entry(locked.connection(), key.contactId()).orElseThrow();
  }

  private MessageKey theKey(String messageId, @Nullable String department) {
    List<MessageKey> found =
        ledger.reading(null, locked -> keys.findAll(locked.connection(), List.of(messageId)));
    List<MessageKey> wanted =
        found.stream()
            .filter(key -> department == null || key.sender().equals(Names.word(department)))
            .toList();
    if (wanted.isEmpty()) {
      throw new ServiceException(ErrorCode.NOT_FOUND, "no such message is known");
    }
    if (wanted.size() > 1) {
      String senders = String.join(", ", wanted.stream().map(MessageKey::sender).toList());
      throw conflict("several senders used this id; add ?department= with one of " + senders);
    }
    return wanted.get(0);
  }

  private static ServiceException conflict(String message) {
    return new ServiceException(ErrorCode.CONFLICT, message);
  }

  private static LedgerEntry confirmed(LedgerEntry before, Instant now, @Nullable Instant sentAt) {
    Contact contact = before.contact();
    return switch (contact.status()) {
      case SENT -> sent(before);
      case RESERVED, PLANNED ->
          before.with(contact.becomes(ContactStatus.SENT, contact.at(), contact.outcome()));
      case RELEASED -> throw conflict("the slot was released already");
      case EXPIRED -> late(before, now, sentAt);
    };
  }

  private static LedgerEntry sent(LedgerEntry before) {
    if (!Contact.isMade(before.contact().outcome())) {
      throw conflict("the message was reported as " + before.contact().outcome());
    }
    return before;
  }

  private static LedgerEntry late(LedgerEntry before, Instant now, @Nullable Instant sentAt) {
    Contact contact = before.contact();
    if (sentAt == null) {
      throw conflict("the reservation has expired; if the message did go out, say when in sentAt");
    }
    if (sentAt.isAfter(now.plus(SKEW))) {
      throw ServiceException.invalid("sentAt", "lies ahead");
    }
    if (sentAt.isBefore(contact.at().minus(SKEW))) {
      throw ServiceException.invalid("sentAt", "lies before the slot was taken");
    }
    return before.with(contact.becomes(ContactStatus.SENT, sentAt, null)).flagged(false, true);
  }

  private static LedgerEntry released(LedgerEntry before) {
    Contact contact = before.contact();
    return switch (contact.status()) {
      case SENT -> aborted(before);
      case RESERVED, PLANNED, EXPIRED ->
          before.with(contact.becomes(ContactStatus.RELEASED, contact.at(), contact.outcome()));
      case RELEASED -> before;
    };
  }

  private static LedgerEntry aborted(LedgerEntry before) {
    Contact contact = before.contact();
    if (contact.reservedUntil() != null && Contact.isMade(contact.outcome())) {
      throw conflict("the slot was confirmed already");
    }
    if (contact.outcome() != null && Contact.isMade(contact.outcome())) {
      throw conflict("the message was reported as " + contact.outcome());
    }
    String outcome = contact.outcome() == null ? "aborted" : contact.outcome();
    return before.with(contact.becomes(ContactStatus.RELEASED, contact.at(), outcome));
  }
}
