package org.moderato.contact;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Outcome;
import org.moderato.strategy.fact.Contact;

/**
 * What is known of a sender's message id.
 *
 * @param sender who used it, in the form in which words are compared
 * @param messageId the sender's own id
 * @param customerId the surrogate of the customer that it was used for
 * @param fingerprint of the request that was answered; null for a contact that was only recorded
 * @param evaluationId the answer; null for a contact that was only recorded
 * @param outcome of the answer: SEND, DEFER or SUPPRESS
 * @param validUntil until when a DEFER is replayed
 * @param contactId the contact that stands for it; null: none
 */
public record MessageKey(
    String sender,
    String messageId,
    long customerId,
    byte @Nullable [] fingerprint,
    @Nullable UUID evaluationId,
    @Nullable String outcome,
    @Nullable Instant validUntil,
    @Nullable UUID contactId) {

  /** A key for a contact that nobody asked about. */
  static MessageKey recorded(Contact contact, KnownCustomer customer) {
    return new MessageKey(
        contact.sender(), contact.messageId(), customer.id(), null, null, null, null, contact.id());
  }

  MessageKey with(Contact contact) {
    return new MessageKey(
        sender,
        messageId,
        customerId,
        fingerprint,
        evaluationId,
        outcome,
        validUntil,
        contact.id());
  }

  /** Whether the last verdict was not to send. */
  boolean isAgainstSending() {
    return outcome != null && Outcome.valueOf(outcome) != Outcome.SEND;
  }
}
