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
import org.moderato.http.CrossChecked;
import org.moderato.http.JsonSize;
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
        @Schema(
            description = "The sender's own id; that of a verdict makes this its delivery report.",
            examples = "bill-2026-11-0001")
        String messageId,
    @NotBlank
        @Size(max = 128)
        @Pattern(regexp = "[^\\p{Cntrl}]*", message = "must not hold control characters")
        @Schema(description = "The customer's own id.", examples = "C42")
        String customerId,
    @NotBlank @Size(max = 64) @Schema(description = "Who sent it.", examples = "billing")
        String department,
    @Size(max = 64) @Schema(description = "How it travelled.", examples = "post")
        @Nullable String channel,
    @Size(max = 64) @Schema(description = "Its purpose.", examples = "bill")
        @Nullable String category,
    @Size(max = 64) @Schema(description = "Under which name.", examples = "acme")
        @Nullable String brand,
    @Size(max = 128) @Schema(description = "About what.", examples = "november-bill")
        @Nullable String topic,
    @Size(max = 128) @Schema(description = "With which text.", examples = "bill-v7")
        @Nullable String template,
    @Size(max = 128) @Schema(description = "In which series.", examples = "trial")
        @Nullable String sequence,
    @Min(1) @Max(10000) @Schema(description = "At which place of the series.", examples = "3")
        @Nullable Integer step,
    @Min(0) @Max(100) @Schema(description = "Higher is more important.", examples = "80")
        @Nullable Integer priority,
    @Schema(
            description =
                "When it took or takes place, at most 400 days ahead; now if absent. A slot keeps"
                    + " the time that it was reserved for.",
            examples = "2026-11-20T10:00:00Z")
        @Nullable Instant at,
    @Schema(description = "Until when it runs, for a campaign.", examples = "2026-11-27T10:00:00Z")
        @Nullable Instant endsAt,
    @Pattern(regexp = "sent|planned", message = "must be sent or planned")
        @Schema(
            description = "Whether it took place or is only announced; sent if absent.",
            enumeration = {"sent", "planned"},
            examples = "sent")
        @Nullable String status,
    @Size(max = 64)
        @Schema(
            description =
                "What became of it. After aborted, skipped, refused and rejected it does not count.",
            examples = "delivered")
        @Nullable String outcome,
    @JsonSize(max = 16000)
        @Schema(description = "Further labels by name.", examples = "{\"campaign\": \"Q4\"}")
        @Nullable Map<@NotBlank @Size(max = 64) String, @NotNull Object> attributes)
    implements CrossChecked {

  private static final String PLANNED = "planned";

  @Override
  public void check(Errors errors) {
    if (PLANNED.equals(status) && outcome != null) {
      errors.add("outcome", "a planned contact has none yet");
    }
  }

  ContactReport report() {
    return new ContactReport(
        messageId, customerId, at, endsAt, PLANNED.equals(status), outcome, labels());
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
