package org.moderato.contact.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moderato.contact.Event;
import org.moderato.http.ServiceException;
import org.moderato.strategy.Names;
import org.moderato.strategy.fact.Attributes;
import org.moderato.strategy.fact.Labels;

/** Body of {@code POST /v1/events}. */
@Schema(
    name = "Event",
    description =
        "What a customer did (response), or a state that they are in (situation): one of them.")
public record EventBody(
    @NotBlank
        @Size(max = 128)
        @Pattern(regexp = "[^\\p{Cntrl}]*", message = "must not hold control characters")
        @Schema(examples = "crm-2026-11-22-0815")
        String eventId,
    @NotBlank
        @Size(max = 128)
        @Pattern(regexp = "[^\\p{Cntrl}]*", message = "must not hold control characters")
        @Schema(examples = "C42")
        String customerId,
    @NotBlank @Size(max = 64) @Schema(examples = "customer-care") String department,
    @Schema(description = "When; now if absent.") @Nullable Instant at,
    @Size(min = 1, max = 64) @Schema(examples = "reply") @Nullable String response,
    @Size(max = 64) @Schema(examples = "not-interested") @Nullable String intent,
    @Size(max = 128) @Schema(description = "The message that a response answers.")
        @Nullable String messageId,
    @Size(max = 64) @Nullable String channel,
    @Size(max = 64) @Nullable String category,
    @Size(max = 64) @Nullable String brand,
    @Size(max = 128) @Nullable String sequence,
    @Size(min = 1, max = 64) @Schema(examples = "complaint") @Nullable String situation,
    @Size(max = 128) @Schema(description = "The case, such as a complaint's number.")
        @Nullable String reference,
    @Schema(description = "When a situation began; the event's time if absent.")
        @Nullable Instant startsAt,
    @Schema(description = "When it is over; closes the open situation of that name.")
        @Nullable Instant endsAt) {

  Event event(byte[] fingerprint) {
    if ((response == null) == (situation == null)) {
      throw ServiceException.invalid("response", "give either a response or a situation");
    }
    return new Event(
        eventId,
        customerId,
        Names.word(department),
        at,
        responseData(),
        situationData(),
        fingerprint);
  }

  private Event.@Nullable ResponseData responseData() {
    if (response == null) {
      return null;
    }
    Labels labels =
        new Labels(
            channel, category, null, brand, null, null, sequence, null, null, Attributes.NONE);
    return new Event.ResponseData(response, intent, messageId, labels);
  }

  private Event.@Nullable SituationData situationData() {
    if (situation == null) {
      return null;
    }
    if (startsAt != null && endsAt != null && endsAt.isBefore(startsAt)) {
      throw ServiceException.invalid("endsAt", "lies before startsAt");
    }
    return new Event.SituationData(situation, reference, startsAt, endsAt);
  }
}
