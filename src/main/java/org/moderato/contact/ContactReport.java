package org.moderato.contact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Names;
import org.moderato.strategy.fact.Labels;

/**
 * A contact that a sender tells of: made outside, planned, or the outcome of one that a verdict
 * allowed.
 *
 * @param messageId the sender's own id
 * @param customerId the customer's own id
 * @param at when; null: now
 * @param endsAt until when it runs; null: it has no duration
 * @param isPlanned whether it is only announced
 * @param outcome what became of it; null: nothing is known
 * @param labels what is said about it; the department is always there
 */
public record ContactReport(
    String messageId,
    String customerId,
    @Nullable Instant at,
    @Nullable Instant endsAt,
    boolean isPlanned,
    @Nullable String outcome,
    Labels labels) {

  public String sender() {
    return Names.word(String.valueOf(labels.department()));
  }
}
