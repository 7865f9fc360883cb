package org.moderato.evaluation.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.fact.Attributes;
import org.moderato.strategy.fact.Labels;
import org.moderato.strategy.fact.Message;

/** Body of {@code POST /v1/evaluations}. */
@Schema(description = "May this message be sent to this customer?")
public record EvaluationRequest(
    @NotBlank
        @Size(max = 128)
        @Pattern(regexp = "[^\\p{Cntrl}]*", message = "must not hold control characters")
        @Schema(
            description = "The sender's own id; a retry gets the same answer and counts once.",
            examples = "mkt-2026-11-22-000017")
        String messageId,
    @NotBlank
        @Size(max = 128)
        @Pattern(regexp = "[^\\p{Cntrl}]*", message = "must not hold control characters")
        @Schema(examples = "C42")
        String customerId,
    @NotBlank @Size(max = 64) @Schema(examples = "email") String channel,
    @Size(max = 8) @Schema(description = "Channels that would do if the asked one is not free now.")
        @Nullable List<@NotBlank @Size(max = 64) String> alternatives,
    @NotBlank @Size(max = 64) @Schema(examples = "promotion") String category,
    @NotBlank @Size(max = 64) @Schema(description = "Who asks.", examples = "marketing")
        String department,
    @Size(max = 64) @Schema(examples = "acme") @Nullable String brand,
    @Size(max = 128) @Schema(examples = "webinar-q4") @Nullable String topic,
    @Size(max = 128) @Schema(examples = "webinar-invite-v2") @Nullable String template,
    @Size(max = 128) @Schema(examples = "trial") @Nullable String sequence,
    @Min(1) @Max(10000) @Schema(examples = "3") @Nullable Integer step,
    @Min(0) @Max(100) @Schema(examples = "50") @Nullable Integer priority,
    @Schema(description = "When to send, in UTC; now if absent.") @Nullable Instant at,
    @Schema(description = "The last instant at which it makes sense.") @Nullable Instant expiresAt,
    @Schema(description = "Until when it runs, for a campaign.") @Nullable Instant endsAt,
    @Schema(
            description = "For how long to hold the slot until it is confirmed, at most 24 hours.",
            implementation = String.class,
            examples = "PT15M")
        @Nullable Duration reserveFor,
    @Schema(description = "Further labels by name.")
        @Nullable Map<@NotBlank @Size(max = 64) String, @NotNull Object> attributes) {

  Message message() {
    Labels labels =
        new Labels(
            channel,
            category,
            department,
            brand,
            topic,
            template,
            sequence,
            step,
            priority,
            attributes == null ? Attributes.NONE : Attributes.of(attributes));
    return new Message(
        messageId, labels, alternatives == null ? List.of() : alternatives, expiresAt, endsAt);
  }

  /** The body without the customer's id, which stands in one table only. */
  EvaluationRequest withoutCustomer() {
    return copy("", at);
  }

  /** What makes two requests the same: everything but when. */
  EvaluationRequest withoutTime() {
    return copy("", null);
  }

  private EvaluationRequest copy(String customer, @Nullable Instant instant) {
    return new EvaluationRequest(
        messageId,
        customer,
        channel,
        alternatives,
        category,
        department,
        brand,
        topic,
        template,
        sequence,
        step,
        priority,
        instant,
        expiresAt,
        endsAt,
        reserveFor,
        attributes);
  }
}
