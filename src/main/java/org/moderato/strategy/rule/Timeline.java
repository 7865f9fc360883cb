package org.moderato.strategy.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.ContactStatus;
import org.moderato.strategy.time.Micros;

/** Contacts in the order of time, with what questions about time need of them. */
final class Timeline {

  private final List<Contact> contacts;
  private final long[] times;
  private final boolean hasReservations;

  /**
   * @param contacts oldest first
   */
  Timeline(List<Contact> contacts) {
    this.contacts = contacts;
    this.times = new long[contacts.size()];
    boolean reserved = false;
    for (int i = 0; i < times.length; i++) {
      Contact contact = contacts.get(i);
      times[i] = Micros.of(contact.at());
      reserved |= contact.status() == ContactStatus.RESERVED;
    }
    this.hasReservations = reserved;
  }

  List<Contact> contacts() {
    return contacts;
  }

  /** When each contact takes place, in microseconds since 1970. */
  long[] times() {
    return times;
  }

  boolean hasReservations() {
    return hasReservations;
  }

  /** Those contacts only. */
  Timeline only(Predicate<Contact> wanted) {
    List<Contact> some = new ArrayList<>(times.length);
    for (Contact contact : contacts) {
      if (wanted.test(contact)) {
        some.add(contact);
      }
    }
    return some.size() == times.length ? this : new Timeline(some);
  }

  /** Without the reservations that have lapsed by an instant. */
  Timeline liveAt(Instant at) {
    return hasReservations
        ? only(c -> c.status() != ContactStatus.RESERVED || c.isReservedAt(at))
        : this;
  }
}
