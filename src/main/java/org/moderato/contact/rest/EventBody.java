package org.moderato.contact.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moderato.contact.Event;
import org.moderato.http.CrossChecked;
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
        @Schema(
            description = "The sender's own id; telling the same event again changes nothing.",
            examples = "crm-2026-11-22-0815")
        String eventId,
    @NotBlank
        @Size(max = 128)
        @Pattern(regexp = "[^\\p{Cntrl}]*", message = "must not hold control characters")
        @Schema(description = "The customer's own id.", examples = "C42")
        String customerId,
    @NotBlank @Size(max = 64) @Schema(description = "Who tells.", examples = "customer-care")
        String department,
    @Schema(description = "When; now if absent.", examples = "2026-11-22T09:00:00Z")
        @Nullable Instant at,
    @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        @Size(max = 64)
        @Schema(
            description = "What the customer did. An unsubscribe is an opt-out, too.",
            examples = "reply")
        @Nullable String response,
    @Size(max = 64) @Schema(description = "What a reply meant.", examples = "not-interested")
        @Nullable String intent,
    @Size(max = 128)
        @Schema(
            description = "The message that a response answers.",
            examples = "mkt-2026-11-22-000017")
        @Nullable String messageId,
    @Size(max = 64)
        @Schema(
            description = "The channel of a response, if it answers no known message.",
            examples = "email")
        @Nullable String channel,
    @Size(max = 64)
        @Schema(
            description = "The category of a response, if it answers no known message.",
            examples = "promotion")
        @Nullable String category,
    @Size(max = 64)
        @Schema(
            description = "The brand of a response, if it answers no known message.",
            examples = "acme")
        @Nullable String brand,
    @Size(max = 128)
        @Schema(
            description = "The sequence of a response, if it answers no known message.",
            examples = "trial")
        @Nullable String sequence,
    @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        @Size(max = 64)
        @Schema(description = "The state that the customer is in.", examples = "complaint")
        @Nullable String situation,
    @Size(max = 128)
        @Schema(description = "The case, such as a complaint's number.", examples = "CMP-4711")
        @Nullable String reference,
    @Schema(
            description = "When a situation began; the event's time if absent.",
            examples = "2026-11-20T08:00:00Z")
        @Nullable Instant startsAt,
    @Schema(
            description =
                "When it is over; ends the situation of that name and, if given, that reference.",
            examples = "2026-11-25T16:30:00Z")
        @Nullable Instant endsAt)
    implements CrossChecked {

  @Override
  public void check(Errors errors) {
    if ((response == null) == (situation == null)) {
      errors.add("response", "give either a response or a situation");
      return;
    }
    String only = response == null ? "belongs to a response only" : "belongs to a situation only";
    (response == null ? ofResponse() : ofSituation())
        .forEach(
            (field, value) -> {
              if (value != null) {
                errors.add(field, only);
              }
            });
    if (startsAt != null && endsAt != null && endsAt.isBefore(startsAt)) {
      errors.add("endsAt", "lies before startsAt");
    }
  }

  private Map<String, @Nullable Object> ofResponse() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("intent", intent);
    fields.put("messageId", messageId);
    fields.put("channel", channel);
    fields.put("category", category);
    fields.put("brand", brand);
    fields.put("sequence", sequence);
    return fields;
  }

  private Map<String, @Nullable Object> ofSituation() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("reference", reference);
    fields.put("startsAt", startsAt);
    fields.put("endsAt", endsAt);
    return fields;
  }

  Event event(byte[] fingerprint) {
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
    return situation == null
        ? null
        : new Event.SituationData(situation, reference, startsAt, endsAt);
  }
}
