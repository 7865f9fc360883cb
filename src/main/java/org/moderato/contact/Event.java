package org.moderato.contact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.fact.Labels;

/**
 * What happened to a customer: a response or a situation.
 *
 * @param eventId the sender's own id
 * @param customerId the customer's own id
 * @param sender who tells
 * @param at when; null: now
 * @param response what the customer did; null for a situation
 * @param situation the state of the customer; null for a response
 * @param fingerprint of the body
 */
public record Event(
    String eventId,
    String customerId,
    String sender,
    @Nullable Instant at,
    @Nullable ResponseData response,
    @Nullable SituationData situation,
    byte[] fingerprint) {

  /**
   * A response.
   *
   * @param messageId the message that it answers, if known
   * @param labels what it says itself of that message
   */
  public record ResponseData(
      String name, @Nullable String intent, @Nullable String messageId, Labels labels) {}

  /**
   * A situation that begins or, with an end, is over.
   *
   * @param reference the case that it is about, such as a complaint's number
   */
  public record SituationData(
      String name,
      @Nullable String reference,
      @Nullable Instant startsAt,
      @Nullable Instant endsAt) {}
}
