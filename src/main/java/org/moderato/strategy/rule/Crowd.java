package org.moderato.strategy.rule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.moderato.strategy.fact.Contact;

/** Contacts in time: how many meet where, and where there is room. */
interface Crowd {

  /** The most crowded window that contains the instant. */
  Members at(Instant instant);

  /**
   * The first instant from the given one on at which every window that contains it holds at most
   * {@code room}.
   *
   * @return empty if there is never room
   */
  Optional<Instant> firstFree(Instant from, double room);

  /**
   * The contacts of one window.
   *
   * @param contacts oldest first
   * @param weight the sum of what they count
   */
  record Members(List<Contact> contacts, double weight) {}
}
