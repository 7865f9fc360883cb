package org.moderato.strategy.rule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.time.Occupancy;
import org.moderato.strategy.time.Window;

/**
 * How contacts are brought together: in a window around an instant, behind it, or running at it.
 */
interface CountingWay {

  /**
   * @param contacts oldest first
   * @param weights what each of them counts
   * @param zone the customer's zone
   */
  Crowd over(List<Contact> contacts, double[] weights, ZoneId zone);

  /** In any window that contains the instant, before and ahead. */
  static CountingWay in(Window window) {
    return (contacts, weights, zone) ->
        new Around(contacts, occupancy(window, contacts, weights, zone));
  }

  /** Only in the window that ends with the instant. */
  static CountingWay behind(Window window) {
    return (contacts, weights, zone) ->
        new Behind(contacts, occupancy(window, contacts, weights, zone), window, zone);
  }

  /**
   * Running at the same time as the message.
   *
   * @param endsAt until when the message runs; null: only at its instant
   */
  static CountingWay running(@Nullable Instant endsAt) {
    return (contacts, weights, zone) -> new Running(contacts, weights, endsAt);
  }

  private static Occupancy occupancy(
      Window window, List<Contact> contacts, double[] weights, ZoneId zone) {
    List<Occupancy.Load> loads =
        IntStream.range(0, weights.length)
            .mapToObj(i -> new Occupancy.Load(contacts.get(i).at(), weights[i]))
            .toList();
    return new Occupancy(window, zone, loads);
  }

  /** Windows before and ahead of the instant. */
  record Around(List<Contact> contacts, Occupancy occupancy) implements Crowd {

    @Override
    public Members at(Instant instant) {
      Occupancy.Fill fill = occupancy.fullest(instant);
      return new Members(contacts.subList(fill.from(), fill.to()), fill.weight());
    }

    @Override
    public Optional<Instant> firstFree(Instant from, double room) {
      return occupancy.firstFree(from, room);
    }
  }

  /** The window that ends with the instant. */
  record Behind(List<Contact> contacts, Occupancy occupancy, Window window, ZoneId zone)
      implements Crowd {

    @Override
    public Members at(Instant instant) {
      // Without what lies ahead, the fullest window is the one that ends with the instant.
      List<Occupancy.Load> past =
          occupancy.loads().stream().filter(load -> !load.at().isAfter(instant)).toList();
      Occupancy.Fill fill = new Occupancy(window, zone, past).fullest(instant);
      return new Members(contacts.subList(fill.from(), fill.to()), fill.weight());
    }

    @Override
    public Optional<Instant> firstFree(Instant from, double room) {
      return occupancy.firstFreeAfter(from, room);
    }
  }
}
