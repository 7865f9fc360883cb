package org.moderato.strategy.fact;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Names;

/**
 * A proposed outbound communication: the fact that is judged.
 *
 * @param messageId the sender's own id of it; 1 to 128 characters
 * @param labels what is said about it; the channel is always there
 * @param alternatives other channels that would do, in the sender's order
 * @param expiresAt the last instant at which it still makes sense (inclusive); null: always
 * @param endsAt until when it runs (inclusive), for a campaign; null: it has no duration
 */
public record Message(
    String messageId,
    Labels labels,
    List<String> alternatives,
    @Nullable Instant expiresAt,
    @Nullable Instant endsAt) {

  public Message {
    if (labels.channel() == null) {
      throw new IllegalArgumentException("a message needs a channel");
    }
    alternatives = List.copyOf(alternatives);
  }

  /** The same message on another channel. */
  public Message onChannel(String channel) {
    return new Message(messageId, labels.onChannel(channel), alternatives, expiresAt, endsAt);
  }

  public String getChannel() {
    return String.valueOf(labels.channel());
  }

  public @Nullable String getCategory() {
    return labels.category();
  }

  public @Nullable String getDepartment() {
    return labels.department();
  }

  public @Nullable String getBrand() {
    return labels.brand();
  }

  public @Nullable String getTopic() {
    return labels.topic();
  }

  public @Nullable String getTemplate() {
    return labels.template();
  }

  public @Nullable String getSequence() {
    return labels.sequence();
  }

  public @Nullable Integer getStep() {
    return labels.step();
  }

  public @Nullable Integer getPriority() {
    return labels.priority();
  }

  /** A label or attribute by its name, as it came; null if there is none. */
  public @Nullable Object attribute(String name) {
    return labels.value(Names.key(name));
  }
}
