package org.moderato.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.moderato.contact.store.ContactStore;
import org.moderato.contact.store.MessageKeyStore;
import org.moderato.http.ErrorCode;
import org.moderato.http.ServiceException;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.ContactStatus;

/**
 * Records one report inside a locked transaction. What a report says of an id that is known already
 * happens to that contact: nothing ever counts twice.
 */
@ApplicationScoped
class ReportRecorder {

  private static final Duration LONGEST_AHEAD = Duration.ofDays(400);

  private final ContactStore contacts;
  private final MessageKeyStore keys;

  ReportRecorder(ContactStore contacts, MessageKeyStore keys) {
    this.contacts = contacts;
    this.keys = keys;
  }

  Recorded record(Locked locked, ContactReport report) throws SQLException {
    checkTimes(locked, report);
    KnownCustomer customer = locked.customer(report.customerId());
    Optional<MessageKey> key = keys.find(locked.connection(), report.sender(), report.messageId());
    if (key.isPresent() && key.get().customerId() != customer.id()) {
      throw new ServiceException(
          ErrorCode.MESSAGE_ID_REUSED, "messageId: this id was used for another customer");
    }
    if (key.isEmpty()) {
      LedgerEntry fresh = insert(locked, report, false);
      keys.insert(
          locked.connection(), MessageKey.recorded(fresh.contact(), customer), locked.now());
      return new Recorded(fresh, true, false);
    }
    UUID id = key.get().contactId();
    Optional<LedgerEntry> before =
        id == null ? Optional.empty() : contacts.entry(locked.connection(), id);
    return before.isPresent()
        ? known(locked, report, key.get(), before.get())
        : another(locked, report, key.get());
  }

  private static void checkTimes(Locked locked, ContactReport report) {
    Instant at = report.at() == null ? locked.now() : report.at();
    if (at.isAfter(locked.now().plus(LONGEST_AHEAD))) {
      throw ServiceException.invalid("at", "lies too far ahead, at most 400 days");
    }
    if (report.endsAt() != null && report.endsAt().isBefore(at)) {
      throw ServiceException.invalid("endsAt", "lies before the contact");
    }
  }

  private LedgerEntry insert(Locked locked, ContactReport report, boolean despiteVerdict)
      throws SQLException {
    Contact contact =
        new Contact(
            contacts.newId(),
            report.sender(),
            report.messageId(),
            report.at() == null ? locked.now() : report.at(),
            report.endsAt(),
            report.isPlanned() ? ContactStatus.PLANNED : ContactStatus.SENT,
            report.outcome(),
            null,
            report.labels());
    NewContact recorded =
        new NewContact(contact, locked.customer(report.customerId()), despiteVerdict, locked.now());
    contacts.insert(locked.connection(), recorded);
    return LedgerEntry.of(recorded);
  }

  /** A contact of an id that has a verdict or a contact that is no longer one. */
  private Recorded another(Locked locked, ContactReport report, MessageKey key)
      throws SQLException {
    boolean despite = key.isAgainstSending() && goesOut(report);
    LedgerEntry fresh = insert(locked, report, despite);
    keys.update(locked.connection(), key.with(fresh.contact()), locked.now());
    return new Recorded(fresh, true, despite);
  }

  private static boolean goesOut(ContactReport report) {
    return !report.isPlanned() && Contact.isMade(report.outcome());
  }

  private Recorded known(Locked locked, ContactReport report, MessageKey key, LedgerEntry before)
      throws SQLException {
    Contact contact = before.asOf(locked.now()).contact();
    boolean isGone =
        contact.status() == ContactStatus.RELEASED || contact.status() == ContactStatus.EXPIRED;
    if (isGone && !report.isPlanned() && !goesOut(report)) {
      return changed(locked, before, before.with(noted(report, before.contact())));
    }
    if (isGone && (report.isPlanned() || key.isAgainstSending())) {
      return another(locked, report, key);
    }
    if (report.isPlanned()) {
      return changed(locked, before, before.with(planned(report, contact)));
    }
    // The groups that it was frozen with count it from now on: nobody may judge meanwhile.
    locked.require(before.groups().keys());
    Contact sent = isGone ? revived(locked, report, contact) : sent(locked, report, contact);
    boolean isLate = isGone && key.evaluationId() != null;
    boolean isDespite = key.isAgainstSending() && Contact.isMade(sent.outcome());
    return changed(locked, before, before.with(sent).flagged(isDespite, isLate));
  }

  private Recorded changed(Locked locked, LedgerEntry before, LedgerEntry after)
      throws SQLException {
    contacts.update(locked.connection(), after);
    return new Recorded(
        after.asOf(locked.now()), false, after.despiteVerdict() && !before.despiteVerdict());
  }

  private static Contact planned(ContactReport report, Contact before) {
    if (before.status() != ContactStatus.PLANNED) {
      throw new ServiceException(
          ErrorCode.CONFLICT,
          "the message went out or holds a slot; it cannot be planned any more");
    }
    return before.moved(report.at() == null ? before.at() : report.at(), report.endsAt());
  }

  private static Contact noted(ContactReport report, Contact before) {
    return before.becomes(before.status(), before.at(), report.outcome());
  }

  /** A slot keeps its time; a plan takes place at its time, unless that lies ahead. */
  private static Contact sent(Locked locked, ContactReport report, Contact before) {
    Instant at =
        before.status() == ContactStatus.PLANNED ? time(locked, report, before) : before.at();
    String outcome = report.outcome() == null ? before.outcome() : report.outcome();
    return before.becomes(ContactStatus.SENT, at, outcome);
  }

  /** It went out, although its slot was gone: what was said before does not hold. */
  private static Contact revived(Locked locked, ContactReport report, Contact before) {
    return before.becomes(ContactStatus.SENT, time(locked, report, before), report.outcome());
  }

  private static Instant time(Locked locked, ContactReport report, Contact before) {
    if (report.at() != null) {
      return report.at();
    }
    return before.at().isBefore(locked.now()) ? before.at() : locked.now();
  }
}
