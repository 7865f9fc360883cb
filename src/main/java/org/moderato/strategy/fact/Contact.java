package org.moderato.strategy.fact;

import java.time.Instant;
import java.util.Set;
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
 * @param reservedUntil for a reservation, the first instant at which it no longer counts unless it
 *     was confirmed; null: it never was one
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

  private static final Set<String> NO_CONTACT = Set.of("aborted", "skipped", "refused", "rejected");

  /** Whether an outcome, or none yet, means that the customer was contacted. */
  public static boolean isMade(@Nullable String outcome) {
    return outcome == null || !NO_CONTACT.contains(Names.word(outcome));
  }

  /** The same contact, standing elsewhere; what is said about it never changes. */
  public Contact becomes(ContactStatus newStatus, Instant newAt, @Nullable String newOutcome) {
    return new Contact(
        id, sender, messageId, newAt, endsAt, newStatus, newOutcome, reservedUntil, labels);
  }

  /** The same plan for another time. */
  public Contact moved(Instant newAt, @Nullable Instant newEndsAt) {
    return new Contact(
        id, sender, messageId, newAt, newEndsAt, status, outcome, reservedUntil, labels);
  }

  /** Whether its slot is taken at the given instant: it went out, or it may yet. */
  public boolean isHeldAt(Instant instant) {
    return (status == ContactStatus.SENT && isMade(outcome)) || isReservedAt(instant);
  }

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
