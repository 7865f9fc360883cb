package org.moderato.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Names;
import org.moderato.strategy.fact.Message;

/**
 * One request to be evaluated.
 *
 * @param customerId the customer's own id
 * @param message the message
 * @param at when the sender wants to send; null: now
 * @param reserveFor for how long the slot is to be held; null: the message counts as sent at once
 * @param fingerprint of the body without {@code at} and the customer's id
 */
public record Question(
    String customerId,
    Message message,
    @Nullable Instant at,
    @Nullable Duration reserveFor,
    byte[] fingerprint) {

  /** Who asks, in the form in which senders are compared. */
  public String sender() {
    return Names.word(String.valueOf(message.getDepartment()));
  }

  boolean isSameRequest(byte @Nullable [] other) {
    return Arrays.equals(fingerprint, other);
  }
}
