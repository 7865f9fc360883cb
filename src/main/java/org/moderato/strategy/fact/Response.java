package org.moderato.strategy.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a customer did: a reply, a click, a purchase.
 *
 * @param name a word of the vocabulary
 * @param intent what a reply meant, such as {@code not-interested}
 * @param at when
 * @param messageId the message that it answers, if known
 * @param labels the labels of that message, or what the report said itself
 */
public record Response(
    String name, @Nullable String intent, Instant at, @Nullable String messageId, Labels labels) {

  /** Such as {@code reply (not-interested)}. */
  public String inWords() {
    return intent == null ? name : name + " (" + intent + ")";
  }
}
