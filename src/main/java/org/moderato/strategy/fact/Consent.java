package org.moderato.strategy.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Names;

/**
 * What a customer said about being contacted.
 *
 * @param channel the channel meant; null: all
 * @param category the category meant; null: all
 * @param brand the brand meant; null: all
 * @param optedIn true: opted in, false: opted out
 * @param from since when (inclusive)
 * @param until first instant at which it no longer holds; null: until further notice
 */
public record Consent(
    @Nullable String channel,
    @Nullable String category,
    @Nullable String brand,
    boolean optedIn,
    Instant from,
    @Nullable Instant until) {

  /** Whether this entry speaks of such a message at the given instant. */
  public boolean covers(Message message, Instant at) {
    return !from.isAfter(at)
        && (until == null || at.isBefore(until))
        && means(channel, message.getChannel())
        && means(category, message.getCategory())
        && means(brand, message.getBrand());
  }

  private static boolean means(@Nullable String meant, @Nullable String actual) {
    return meant == null || (actual != null && Names.word(meant).equals(Names.word(actual)));
  }
}
