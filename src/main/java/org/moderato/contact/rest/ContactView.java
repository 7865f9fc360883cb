package org.moderato.contact.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moderato.contact.LedgerEntry;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.ContactStatus;
import org.moderato.strategy.fact.Labels;

/** A contact as it stands. */
@Schema(name = "Contact", description = "A contact as it stands.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactView(
    @Schema(
            description = "The contact's id in the ledger.",
            examples = "019a7f3e-0000-7000-8000-000000000002")
        UUID contactId,
    @Schema(description = "The sender's own id.", examples = "mkt-2026-11-22-000017")
        String messageId,
    @Schema(description = "When it took or takes place, in UTC.", examples = "2026-11-22T09:00:00Z")
        Instant at,
    @Schema(
            description = "Until when it runs, in UTC; for a campaign only.",
            examples = "2026-11-29T00:00:00Z")
        @Nullable Instant endsAt,
    @Schema(
            description = "Where it stands; released and expired ones do not count.",
            enumeration = {"planned", "reserved", "sent", "released", "expired"})
        String status,
    @Schema(
            description = "What became of it, as its sender reported; absent until then.",
            examples = "delivered")
        @Nullable String outcome,
    @Schema(
            description =
                "When the slot expires unless it is confirmed, in UTC; for reserved ones only.",
            examples = "2026-11-22T09:15:00Z")
        @Nullable Instant reservedUntil,
    @Schema(
            description = "Present and true if it took place although a verdict said otherwise.",
            examples = "true")
        @Nullable Boolean despiteVerdict,
    @Schema(
            description =
                "Present and true if it went out although its slot had expired or had been given back.",
            examples = "true")
        @Nullable Boolean confirmedLate,
    @Schema(description = "How it travelled.", examples = "email") @Nullable String channel,
    @Schema(description = "Its purpose.", examples = "promotion") @Nullable String category,
    @Schema(description = "Who sent it.", examples = "marketing") @Nullable String department,
    @Schema(description = "Under which name.", examples = "acme") @Nullable String brand,
    @Schema(description = "About what.", examples = "webinar-q4") @Nullable String topic,
    @Schema(description = "With which text.", examples = "webinar-invite-v2")
        @Nullable String template,
    @Schema(description = "In which series.", examples = "trial") @Nullable String sequence,
    @Schema(description = "At which place of the series, from 1 to 10000.", examples = "3")
        @Nullable Integer step,
    @Schema(description = "From 0 to 100; higher is more important.", examples = "50")
        @Nullable Integer priority,
    @Schema(
            description = "Further labels by name; absent if there are none.",
            examples = "{\"campaign\": \"Q4\"}")
        @Nullable Map<String, Object> attributes) {

  static ContactView of(LedgerEntry entry) {
    Contact contact = entry.contact();
    Labels labels = contact.labels();
    return new ContactView(
        contact.id(),
        contact.messageId(),
        contact.at(),
        contact.endsAt(),
        contact.status().name().toLowerCase(Locale.ROOT),
        contact.outcome(),
        contact.status() == ContactStatus.RESERVED ? contact.reservedUntil() : null,
        entry.despiteVerdict() ? true : null,
        entry.late() ? true : null,
        labels.channel(),
        labels.category(),
        labels.department(),
        labels.brand(),
        labels.topic(),
        labels.template(),
        labels.sequence(),
        labels.step(),
        labels.priority(),
        labels.attributes().values().isEmpty() ? null : labels.attributes().values());
  }

  /** One page of contacts, the last recorded first. */
  @Schema(name = "ContactPage", description = "One page of contacts, the last recorded first.")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Page(
      @Schema(description = "The contacts, the last recorded first, at most as many as limit says.")
          List<ContactView> items,
      @Schema(
              description = "The cursor of the next page; absent on the last.",
              examples = "019a7f3e-0000-7000-8000-000000000002")
          @Nullable UUID next) {}
}
