package org.moderato.strategy.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A state of a customer, such as an open complaint.
 *
 * @param name a word of the vocabulary
 * @param startsAt first instant at which it holds
 * @param endsAt first instant at which it no longer holds; null: nobody knows yet
 */
public record Situation(String name, Instant startsAt, @Nullable Instant endsAt) {

  /** Whether it holds at the given instant. */
  public boolean holdsAt(Instant at) {
    return !startsAt.isAfter(at) && (endsAt == null || at.isBefore(endsAt));
  }
}
