package org.moderato.strategy.rule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.time.Occupancy;
import org.moderato.strategy.time.Window;

/**
 * How contacts are brought together: in a window around an instant, behind it, or running at it.
 */
interface CountingWay {

  /**
   * @param weights what each of the contacts counts; null: 1
   * @param zone the customer's zone
   */
  Crowd over(Timeline contacts, double @Nullable [] weights, ZoneId zone);

  /** In any window that contains the instant, before and ahead. */
  static CountingWay in(Window window) {
    return (contacts, weights, zone) ->
        new Around(contacts.contacts(), occupancy(window, contacts, weights, zone));
  }

  /** Only in the window that ends with the instant. */
  static CountingWay behind(Window window) {
    return (contacts, weights, zone) ->
        new Behind(contacts.contacts(), occupancy(window, contacts, weights, zone));
  }

  /**
   * Running at the same time as the message.
   *
   * @param endsAt until when the message runs; null: only at its instant
   */
  static CountingWay running(@Nullable Instant endsAt) {
    return (contacts, weights, zone) -> new Running(contacts.contacts(), weights, endsAt);
  }

  private static Occupancy occupancy(
      Window window, Timeline contacts, double @Nullable [] weights, ZoneId zone) {
    return new Occupancy(window, zone, contacts.times(), weights);
  }

  private static Crowd.Members members(List<Contact> contacts, Occupancy.Fill fill) {
    return new Crowd.Members(contacts.subList(fill.from(), fill.to()), fill.weight());
  }

  /** Windows before and ahead of the instant. */
  record Around(List<Contact> contacts, Occupancy occupancy) implements Crowd {

    @Override
    public Members at(Instant instant) {
      return members(contacts, occupancy.fullest(instant));
    }

    @Override
    public Optional<Instant> firstFree(Instant from, double room) {
      return occupancy.firstFree(from, room);
    }
  }

  /** The window that ends with the instant. */
  record Behind(List<Contact> contacts, Occupancy occupancy) implements Crowd {

    @Override
    public Members at(Instant instant) {
      return members(contacts, occupancy.ending(instant));
    }

    @Override
    public Optional<Instant> firstFree(Instant from, double room) {
      return occupancy.firstFreeAfter(from, room);
    }
  }
}
