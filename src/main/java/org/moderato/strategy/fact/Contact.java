package org.moderato.strategy.fact;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Names;

/**
 * An entry of the contact history: a communication that took place, holds a slot, or is planned.
 *
 * @param id ours, ordered by the time of recording
 * @param sender who recorded it
 * @param messageId the sender's own id
 * @param at when it took or takes place
 * @param endsAt until when it runs (inclusive); null: it has no duration
 * @param status where it stands
 * @param outcome what became of it, a word of the vocabulary; null: nothing else is known
 * @param reservedUntil for a reservation, the first instant at which it no longer counts
 * @param labels what was said about it, frozen
 */
public record Contact(
    UUID id,
    String sender,
    String messageId,
    Instant at,
    @Nullable Instant endsAt,
    ContactStatus status,
    @Nullable String outcome,
    @Nullable Instant reservedUntil,
    Labels labels) {

  /** A label or attribute by its name, as it came; null if there is none. */
  public @Nullable Object attribute(String name) {
    return labels.value(Names.key(name));
  }

  /** Whether it is a reservation that still stands at the given instant. */
  public boolean isReservedAt(Instant instant) {
    return status == ContactStatus.RESERVED
        && reservedUntil != null
        && instant.isBefore(reservedUntil);
  }

  /** Whether it runs at the given instant, both ends included. */
  public boolean isRunningAt(Instant instant) {
    return endsAt != null && !at.isAfter(instant) && !endsAt.isBefore(instant);
  }
}
