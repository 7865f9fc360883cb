package org.moderato.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moderato.contact.Event.ResponseData;
import org.moderato.contact.Event.SituationData;
import org.moderato.contact.store.ContactStore;
import org.moderato.contact.store.CustomerWriter;
import org.moderato.contact.store.EventStore;
import org.moderato.contact.store.EventStore.EventId;
import org.moderato.contact.store.EventStore.NewResponse;
import org.moderato.contact.store.MessageKeyStore;
import org.moderato.http.ErrorCode;
import org.moderato.http.ServiceException;
import org.moderato.strategy.Names;
import org.moderato.strategy.fact.Consent;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.Labels;
import org.moderato.strategy.fact.Response;
import org.moderato.strategy.fact.Situation;

/** Records what customers did and which situations they are in. */
@ApplicationScoped
public class EventService {

  /** Clocks differ by so much at most. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  private final Ledger ledger;
  private final EventStore events;
  private final ContactStore contacts;
  private final MessageKeyStore keys;

  EventService(Ledger ledger, EventStore events, ContactStore contacts, MessageKeyStore keys) {
    this.ledger = ledger;
    this.events = events;
    this.contacts = contacts;
    this.keys = keys;
  }

  /** Records an event; false if it was recorded before. */
  public boolean record(Event event) {
    return recordAll(List.of(event)).get(0);
  }

  /** Records a group of events in one transaction: all of them or none. */
  public List<Boolean> recordAll(List<Event> all) {
    List<CustomerRef> customers =
        all.stream().map(event -> new CustomerRef(event.customerId(), Set.of())).toList();
    return ledger.locked(
        customers,
        locked -> {
          List<Boolean> recorded = new ArrayList<>();
          for (Event event : all) {
            recorded.add(record(locked, event));
          }
          return recorded;
        });
  }

  private boolean record(Locked locked, Event event) throws SQLException {
    EventId id = new EventId(event.sender(), event.eventId());
    Optional<byte[]> before = events.find(locked.connection(), id.sender(), id.eventId());
    if (before.isPresent()) {
      if (!Arrays.equals(before.get(), event.fingerprint())) {
        throw new ServiceException(
            ErrorCode.MESSAGE_ID_REUSED, "eventId: this id was used for another event");
      }
      return false;
    }
    KnownCustomer known = locked.customer(event.customerId());
    Instant at = event.at() == null ? locked.now() : event.at();
    if (event.response() != null && at.isAfter(locked.now().plus(SKEW))) {
      throw ServiceException.invalid("at", "lies ahead: nobody has done that yet");
    }
    if (event.response() != null) {
      recordResponse(locked, event, event.response(), at);
    }
    if (event.situation() != null) {
      recordSituation(locked, known, event.situation(), at);
    }
    events.remember(locked.connection(), id, known, event.fingerprint(), locked.now());
    return true;
  }

  private void recordResponse(Locked locked, Event event, ResponseData data, Instant at)
      throws SQLException {
    KnownCustomer known = locked.customer(event.customerId());
    Labels labels = answered(locked, event, data).orElse(data.labels());
    Response response = new Response(data.name(), data.intent(), at, data.messageId(), labels);
    events.addResponse(
        locked.connection(),
        new NewResponse(contacts.newId(), event.sender(), response, locked.now()),
        known);
    Optional<Consent> optOut = response.optOut(data.labels());
    if (optOut.isPresent()) {
      CustomerWriter.addConsent(locked.connection(), known, optOut.get(), true);
    }
  }

  /** The labels of the contact that a response answers, if there is such a contact. */
  private Optional<Labels> answered(Locked locked, Event event, ResponseData data)
      throws SQLException {
    if (data.messageId() == null) {
      return Optional.empty();
    }
    long customer = locked.customer(event.customerId()).id();
    List<MessageKey> found =
        keys.findAll(locked.connection(), List.of(data.messageId())).stream()
            .filter(key -> key.customerId() == customer && key.contactId() != null)
            .sorted((a, b) -> Boolean.compare(isOf(event, b), isOf(event, a)))
            .toList();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    return contacts.find(locked.connection(), found.get(0).contactId()).map(Contact::labels);
  }

  private static boolean isOf(Event event, MessageKey key) {
    return key.sender().equals(event.sender());
  }

  private void recordSituation(Locked locked, KnownCustomer known, SituationData data, Instant at)
      throws SQLException {
    Instant start = data.startsAt() == null ? at : data.startsAt();
    Situation situation =
        new Situation(Names.word(data.name()), earlier(start, data.endsAt()), data.endsAt());
    boolean isOver =
        data.endsAt() != null
            && events.close(locked.connection(), known, situation, data.reference());
    if (!isOver) {
      events.open(locked.connection(), known, situation, data.reference());
    }
  }

  private static Instant earlier(Instant start, @Nullable Instant end) {
    return end != null && end.isBefore(start) ? end : start;
  }
}
