package org.moderato.strategy.rule;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.time.Occupancy;

/**
 * Contacts that run from their start to their end, both included, beside a message that runs until
 * its own end.
 *
 * @param contacts oldest first
 * @param weights what each of them counts; null: 1
 * @param messageEndsAt until when the message runs; null: only at its instant
 */
record Running(List<Contact> contacts, double @Nullable [] weights, @Nullable Instant messageEndsAt)
    implements Crowd {

  @Override
  public Members at(Instant instant) {
    Instant last =
        messageEndsAt == null || messageEndsAt.isBefore(instant) ? instant : messageEndsAt;
    // The number of running contacts grows only where one starts.
    return Stream.concat(Stream.of(instant), contacts.stream().map(Contact::at))
        .filter(x -> !x.isBefore(instant) && !x.isAfter(last))
        .map(this::runningAt)
        .reduce((most, next) -> next.weight() > most.weight() ? next : most)
        .orElseThrow();
  }

  private Members runningAt(Instant instant) {
    List<Contact> running = new ArrayList<>();
    double weight = 0;
    for (int i = 0; i < contacts.size(); i++) {
      if (contacts.get(i).isRunningAt(instant)) {
        running.add(contacts.get(i));
        weight += weights == null ? 1 : weights[i];
      }
    }
    return new Members(running, weight);
  }

  @Override
  public Optional<Instant> firstFree(Instant from, double room) {
    // Room comes back only where a contact ends.
    return Stream.concat(
            Stream.of(from),
            contacts.stream()
                .flatMap(c -> Stream.ofNullable(c.endsAt()))
                .map(end -> end.plus(1, ChronoUnit.MICROS))
                .filter(from::isBefore)
                .sorted())
        .filter(t -> Occupancy.fits(at(t).weight(), room))
        .findFirst();
  }
}
