package org.moderato.contact.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moderato.contact.ContactReport;
import org.moderato.strategy.fact.Attributes;
import org.moderato.strategy.fact.Labels;

/** Body of {@code POST /v1/contacts}. */
@Schema(
    name = "ContactReport",
    description =
        "A contact made outside, one that is planned, or what became of one that was allowed.")
public record ContactBody(
    @NotBlank
        @Size(max = 128)
        @Pattern(regexp = "[^\\p{Cntrl}]*", message = "must not hold control characters")
        @Schema(examples = "bill-2026-11-0001")
        String messageId,
    @NotBlank
        @Size(max = 128)
        @Pattern(regexp = "[^\\p{Cntrl}]*", message = "must not hold control characters")
        @Schema(examples = "C42")
        String customerId,
    @NotBlank @Size(max = 64) @Schema(examples = "billing") String department,
    @Size(max = 64) @Schema(examples = "post") @Nullable String channel,
    @Size(max = 64) @Schema(examples = "bill") @Nullable String category,
    @Size(max = 64) @Nullable String brand,
    @Size(max = 128) @Nullable String topic,
    @Size(max = 128) @Nullable String template,
    @Size(max = 128) @Nullable String sequence,
    @Min(1) @Max(10000) @Nullable Integer step,
    @Min(0) @Max(100) @Nullable Integer priority,
    @Schema(description = "When it took or takes place; now if absent.") @Nullable Instant at,
    @Nullable Instant endsAt,
    @Pattern(regexp = "sent|planned", message = "must be sent or planned")
        @Schema(description = "sent if absent.")
        @Nullable String status,
    @Size(max = 64) @Schema(description = "What became of it.", examples = "delivered")
        @Nullable String outcome,
    @Nullable Map<@NotBlank @Size(max = 64) String, @NotNull Object> attributes) {

  ContactReport report() {
    return new ContactReport(
        messageId, customerId, at, endsAt, "planned".equals(status), outcome, labels());
  }

  private Labels labels() {
    return new Labels(
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
  }
}
