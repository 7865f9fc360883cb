package org.moderato.evaluation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import org.moderato.http.JsonSize;
import org.moderato.strategy.fact.Attributes;
import org.moderato.strategy.fact.Labels;
import org.moderato.strategy.fact.Message;

/** Body of {@code POST /v1/evaluations}. */
@Schema(description = "May this message be sent to this customer?")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
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
        @Schema(description = "The customer's own id, as the sender knows it.", examples = "C42")
        String customerId,
    @NotBlank @Size(max = 64) @Schema(description = "How it would travel.", examples = "email")
        String channel,
    @Size(max = 8)
        @Schema(
            description = "Channels that would do if the asked one is not free now, in order.",
            examples = "[\"push\"]")
        @Nullable List<@NotBlank @Size(max = 64) String> alternatives,
    @NotBlank @Size(max = 64) @Schema(description = "Its purpose.", examples = "promotion")
        String category,
    @NotBlank @Size(max = 64) @Schema(description = "Who asks.", examples = "marketing")
        String department,
    @Size(max = 64) @Schema(description = "Under which name.", examples = "acme")
        @Nullable String brand,
    @Size(max = 128) @Schema(description = "About what.", examples = "webinar-q4")
        @Nullable String topic,
    @Size(max = 128) @Schema(description = "With which text.", examples = "webinar-invite-v2")
        @Nullable String template,
    @Size(max = 128) @Schema(description = "In which series.", examples = "trial")
        @Nullable String sequence,
    @Min(1) @Max(10000) @Schema(description = "At which place of the series.", examples = "3")
        @Nullable Integer step,
    @Min(0) @Max(100) @Schema(description = "Higher is more important.", examples = "50")
        @Nullable Integer priority,
    @Schema(
            description = "When to send, at most 400 days ahead; now if absent.",
            examples = "2026-11-22T09:00:00Z")
        @Nullable Instant at,
    @Schema(
            description = "The last instant at which it makes sense.",
            examples = "2026-11-25T00:00:00Z")
        @Nullable Instant expiresAt,
    @Schema(description = "Until when it runs, for a campaign.", examples = "2026-11-29T00:00:00Z")
        @Nullable Instant endsAt,
    @Schema(
            description = "For how long to hold the slot until it is confirmed, at most 24 hours.",
            implementation = String.class,
            examples = "PT15M")
        @Nullable Duration reserveFor,
    @JsonSize(max = 16000)
        @Schema(description = "Further labels by name.", examples = "{\"campaign\": \"Q4\"}")
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

  /** What makes two requests the same: everything but when and for whom. */
  EvaluationRequest withoutTime() {
    return new EvaluationRequest(
        messageId,
        "",
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
        null,
        expiresAt,
        endsAt,
        reserveFor,
        attributes);
  }
}
