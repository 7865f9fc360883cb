package org.moderato.strategy.fact;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Names;

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

  private static final String UNSUBSCRIBE = "unsubscribe";

  /** Such as {@code reply (not-interested)}. */
  public String inWords() {
    return intent == null ? name : name + " (" + intent + ")";
  }

  /**
   * The objection that it is, if it is an unsubscribing one: to what the report names; if it names
   * nothing, to the channel of the message; else to everything.
   *
   * @param said what the report itself said
   */
  public Optional<Consent> optOut(Labels said) {
    if (!Names.word(name).equals(UNSUBSCRIBE)) {
      return Optional.empty();
    }
    boolean isNamed = said.channel() != null || said.category() != null || said.brand() != null;
    return Optional.of(
        isNamed
            ? new Consent(said.channel(), said.category(), said.brand(), false, at, null)
            : new Consent(labels.channel(), null, null, false, at, null));
  }
}
