package org.moderato.contact;

import java.time.Instant;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.ContactStatus;

/**
 * A contact as it stands in the ledger.
 *
 * @param contact the contact
 * @param despiteVerdict whether it took place although a verdict said otherwise
 * @param late whether it went out although its slot had expired or had been given back
 * @param groups the groups that it was frozen with, wherever its customer belongs by now
 */
public record LedgerEntry(Contact contact, boolean despiteVerdict, boolean late, Groups groups) {

  static LedgerEntry of(NewContact recorded) {
    return new LedgerEntry(
        recorded.contact(),
        recorded.despiteVerdict(),
        false,
        new Groups(recorded.customer().accountKey(), recorded.customer().householdKey()));
  }

  LedgerEntry with(Contact changed) {
    return new LedgerEntry(changed, despiteVerdict, late, groups);
  }

  /** Flags stay for good. */
  LedgerEntry flagged(boolean isDespiteVerdict, boolean isLate) {
    return new LedgerEntry(contact, despiteVerdict || isDespiteVerdict, late || isLate, groups);
  }

  /** The same, seen at an instant: nobody writes down that a reservation has expired. */
  public LedgerEntry asOf(Instant now) {
    boolean hasLapsed = contact.status() == ContactStatus.RESERVED && !contact.isReservedAt(now);
    return hasLapsed
        ? with(contact.becomes(ContactStatus.EXPIRED, contact.at(), contact.outcome()))
        : this;
  }
}
