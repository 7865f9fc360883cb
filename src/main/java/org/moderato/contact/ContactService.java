package org.moderato.contact;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moderato.contact.store.ContactStore;
import org.moderato.contact.store.MessageKeyStore;
import org.moderato.http.ErrorCode;
import org.moderato.http.ServiceException;
import org.moderato.strategy.Names;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.ContactStatus;
import org.moderato.strategy.table.Level;

/** Records contacts that were made outside, and what became of those that a verdict allowed. */
@ApplicationScoped
public class ContactService {

  private static final Duration LONGEST_AHEAD = Duration.ofDays(400);
  private static final Set<Level> GROUPS = Set.of(Level.ACCOUNT, Level.HOUSEHOLD);

  private final Ledger ledger;
  private final ContactStore contacts;
  private final MessageKeyStore keys;
  private final MeterRegistry metrics;

  ContactService(
      Ledger ledger, ContactStore contacts, MessageKeyStore keys, MeterRegistry metrics) {
    this.ledger = ledger;
    this.contacts = contacts;
    this.keys = keys;
    this.metrics = metrics;
  }

  /** Records one contact. */
  public Recorded record(ContactReport report) {
    return recordAll(List.of(report)).get(0);
  }

  /** Records a group of contacts in one transaction: all of them or none. */
  public List<Recorded> recordAll(List<ContactReport> reports) {
    List<CustomerRef> customers =
        reports.stream().map(report -> new CustomerRef(report.customerId(), GROUPS)).toList();
    List<Recorded> recorded =
        ledger.locked(
            customers,
            locked -> {
              List<Recorded> all = new ArrayList<>();
              for (ContactReport report : reports) {
                all.add(record(locked, report));
              }
              return all;
            });
    recorded.stream()
        .filter(Recorded::despiteVerdict)
        .forEach(r -> metrics.counter("moderato.contacts.despite.verdict").increment());
    return recorded;
  }

  private Recorded record(Locked locked, ContactReport report) throws SQLException {
    Instant at = report.at() == null ? locked.now() : report.at();
    if (at.isAfter(locked.now().plus(LONGEST_AHEAD))) {
      throw ServiceException.invalid("at", "lies too far ahead, at most 400 days");
    }
    KnownCustomer known = locked.customer(report.customerId());
    Optional<MessageKey> key = keys.find(locked.connection(), report.sender(), report.messageId());
    if (key.isPresent() && key.get().customerId() != known.id()) {
      throw new ServiceException(
          ErrorCode.MESSAGE_ID_REUSED, "messageId: this id was used for another customer");
    }
    Optional<Contact> before = key.isPresent() ? contactOf(locked, key.get()) : Optional.empty();
    if (before.isPresent() && isStanding(before.get(), locked.now())) {
      return report(locked, report, before.get());
    }
    boolean despite = key.map(MessageKey::evaluationId).isPresent();
    return insert(locked, report, key, at, despite);
  }

  private Optional<Contact> contactOf(Locked locked, MessageKey key) throws SQLException {
    UUID id = key.contactId();
    return id == null ? Optional.empty() : contacts.find(locked.connection(), id);
  }

  private static boolean isStanding(Contact contact, Instant now) {
    return switch (contact.status()) {
      case SENT, PLANNED -> true;
      case RESERVED -> contact.isReservedAt(now);
      case RELEASED, EXPIRED -> false;
    };
  }

  /** A delivery report: sets the outcome, confirms a live reservation, never counts twice. */
  private Recorded report(Locked locked, ContactReport report, Contact before) throws SQLException {
    boolean goesOut = before.status() == ContactStatus.RESERVED || isNowMade(report, before);
    Instant at = isNowMade(report, before) && report.at() != null ? report.at() : before.at();
    Contact after =
        new Contact(
            before.id(),
            before.sender(),
            before.messageId(),
            at,
            before.endsAt(),
            goesOut ? ContactStatus.SENT : before.status(),
            report.outcome() == null ? before.outcome() : report.outcome(),
            null,
            before.labels());
    contacts.update(locked.connection(), after, false);
    return new Recorded(after, false, false, false);
  }

  /** Whether a planned contact has been made. */
  private static boolean isNowMade(ContactReport report, Contact before) {
    return before.status() == ContactStatus.PLANNED && !report.isPlanned();
  }

  private Recorded insert(
      Locked locked,
      ContactReport report,
      Optional<MessageKey> key,
      Instant at,
      boolean despiteVerdict)
      throws SQLException {
    Contact contact =
        new Contact(
            contacts.newId(),
            report.sender(),
            report.messageId(),
            at,
            report.endsAt(),
            report.isPlanned() ? ContactStatus.PLANNED : ContactStatus.SENT,
            report.outcome(),
            null,
            report.labels());
    KnownCustomer known = locked.customer(report.customerId());
    contacts.insert(
        locked.connection(), new NewContact(contact, known, despiteVerdict, locked.now()));
    if (key.isPresent()) {
      keys.update(locked.connection(), withContact(key.get(), contact.id()), locked.now());
    } else {
      MessageKey fresh =
          new MessageKey(
              report.sender(),
              report.messageId(),
              known.id(),
              null,
              null,
              null,
              null,
              contact.id());
      keys.insert(locked.connection(), fresh, locked.now());
    }
    return new Recorded(contact, true, despiteVerdict, false);
  }

  private static MessageKey withContact(MessageKey key, UUID contactId) {
    return new MessageKey(
        key.sender(),
        key.messageId(),
        key.customerId(),
        key.fingerprint(),
        key.evaluationId(),
        key.outcome(),
        key.validUntil(),
        contactId);
  }

  /** What becomes of a reservation. */
  public enum Resolution {
    CONFIRM,
    RELEASE
  }

  /**
   * Confirms or releases the slot of a message.
   *
   * @param department who sent it; null: whoever used the id, if it was only one
   * @param sentAt when it went out, although its reservation may have expired
   */
  public Recorded resolve(
      String messageId,
      @Nullable String department,
      Resolution resolution,
      @Nullable Instant sentAt) {
    MessageKey key = theKey(messageId, department);
    String customerId = externalId(key);
    return ledger.locked(
        List.of(new CustomerRef(customerId, GROUPS)),
        locked -> {
          Contact contact =
              contactOf(locked, key)
                  .orElseThrow(
                      () ->
                          new ServiceException(
                              ErrorCode.CONFLICT, "the message holds no slot to resolve"));
          return resolve(locked, contact, resolution, sentAt);
        });
  }

  private MessageKey theKey(String messageId, @Nullable String department) {
    List<MessageKey> found =
        ledger.reading(null, locked -> keys.findAll(locked.connection(), messageId));
    List<MessageKey> wanted =
        found.stream()
            .filter(key -> department == null || key.sender().equals(Names.word(department)))
            .toList();
    if (wanted.isEmpty()) {
      throw new ServiceException(ErrorCode.NOT_FOUND, "no such message is known");
    }
    if (wanted.size() > 1) {
      String senders = String.join(", ", wanted.stream().map(MessageKey::sender).toList());
      throw new ServiceException(
          ErrorCode.CONFLICT,
          "several senders used this id; add ?department= with one of " + senders);
    }
    return wanted.get(0);
  }

  private String externalId(MessageKey key) {
    return ledger.reading(
        null, locked -> contacts.externalId(locked.connection(), key.customerId()));
  }

  private Recorded resolve(
      Locked locked, Contact contact, Resolution resolution, @Nullable Instant sentAt)
      throws SQLException {
    boolean confirms = resolution == Resolution.CONFIRM;
    return switch (contact.status()) {
      case SENT ->
          confirms ? same(contact) : change(locked, contact, ContactStatus.RELEASED, false);
      case RELEASED -> released(contact, confirms);
      case RESERVED -> reserved(locked, contact, confirms, sentAt);
      case PLANNED -> change(locked, contact, target(confirms), false);
      case EXPIRED -> expired(locked, contact, confirms, sentAt);
    };
  }

  private static ContactStatus target(boolean confirms) {
    return confirms ? ContactStatus.SENT : ContactStatus.RELEASED;
  }

  private static Recorded same(Contact contact) {
    return new Recorded(contact, false, false, false);
  }

  private static Recorded released(Contact contact, boolean confirms) {
    if (confirms) {
      throw new ServiceException(ErrorCode.CONFLICT, "the slot was released already");
    }
    return same(contact);
  }

  /** Expiry is nobody's doing: it is seen by the clock when somebody looks. */
  private Recorded reserved(
      Locked locked, Contact contact, boolean confirms, @Nullable Instant sentAt)
      throws SQLException {
    if (contact.isReservedAt(locked.now())) {
      return change(locked, contact, target(confirms), false);
    }
    return expired(locked, contact, confirms, sentAt);
  }

  private Recorded expired(
      Locked locked, Contact contact, boolean confirms, @Nullable Instant sentAt)
      throws SQLException {
    if (!confirms) {
      return change(locked, contact, ContactStatus.RELEASED, false);
    }
    if (sentAt == null) {
      throw new ServiceException(
          ErrorCode.CONFLICT,
          "the reservation has expired; if the message did go out, say when in sentAt");
    }
    Contact sent =
        new Contact(
            contact.id(),
            contact.sender(),
            contact.messageId(),
            sentAt,
            contact.endsAt(),
            ContactStatus.SENT,
            contact.outcome(),
            null,
            contact.labels());
    contacts.update(locked.connection(), sent, true);
    return new Recorded(sent, false, false, true);
  }

  private Recorded change(Locked locked, Contact contact, ContactStatus status, boolean late)
      throws SQLException {
    boolean isAborted = status == ContactStatus.RELEASED && contact.status() == ContactStatus.SENT;
    Contact after =
        new Contact(
            contact.id(),
            contact.sender(),
            contact.messageId(),
            contact.at(),
            contact.endsAt(),
            status,
            isAborted ? "aborted" : contact.outcome(),
            null,
            contact.labels());
    contacts.update(locked.connection(), after, late);
    return new Recorded(after, false, false, late);
  }

  /**
   * One page of a customer's contacts, newest first.
   *
   * @param before only those recorded before this one; null: from the newest
   * @return empty if the customer was never heard of
   */
  public Optional<List<Contact>> page(String customerId, @Nullable UUID before, int limit) {
    return ledger.reading(
        customerId,
        locked -> {
          KnownCustomer known = locked.customers().get(customerId);
          return known == null
              ? Optional.<List<Contact>>empty()
              : Optional.of(contacts.page(locked.connection(), known, before, limit));
        });
  }
}
