package org.moderato.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.fact.Message;

/**
 * What was asked, for the decision log: the request without the customer's id, which stands in one
 * table only. Its fields are those of the request, so that a stored one can be sent again.
 *
 * @param messageId the sender's own id
 * @param labels among the other fields
 * @param alternatives other channels that would do
 * @param at when the sender wanted to send; null: at once
 * @param expiresAt the last instant at which it made sense
 * @param endsAt until when it runs
 * @param reserveFor for how long the slot was to be held
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record LoggedMessage(
    String messageId,
    @JsonUnwrapped LoggedLabels labels,
    @Nullable List<String> alternatives,
    @Nullable Instant at,
    @Nullable Instant expiresAt,
    @Nullable Instant endsAt,
    @Nullable Duration reserveFor) {

  static LoggedMessage of(Question question) {
    Message message = question.message();
    return new LoggedMessage(
        message.messageId(),
        LoggedLabels.of(message.labels()),
        message.alternatives(),
        question.at(),
        message.expiresAt(),
        message.endsAt(),
        question.reserveFor());
  }

  Message message() {
    return new Message(
        messageId,
        labels.labels(),
        alternatives == null ? List.of() : alternatives,
        expiresAt,
        endsAt);
  }
}
