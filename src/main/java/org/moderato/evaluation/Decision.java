package org.moderato.evaluation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Outcome;

/**
 * An entry of the decision log: a verdict with what a replay needs.
 *
 * @param id ordered by time
 * @param customerId the customer's surrogate
 * @param sender who asked
 * @param messageId the sender's own id
 * @param decidedAt when it was decided, by the database's clock
 * @param askedAt the instant that was judged
 * @param release the release that judged
 * @param outcome what was answered
 * @param channel on which channel
 * @param contactId the contact that holds the slot; null: none
 * @param message the request as JSON, without the customer's id
 * @param facts what the judge saw, as JSON
 * @param answer the answer as JSON, byte for byte
 */
public record Decision(
    UUID id,
    long customerId,
    String sender,
    String messageId,
    Instant decidedAt,
    Instant askedAt,
    String release,
    Outcome outcome,
    String channel,
    @Nullable UUID contactId,
    byte[] message,
    byte[] facts,
    byte[] answer) {}
