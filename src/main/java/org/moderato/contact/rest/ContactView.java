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
@Schema(name = "Contact")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactView(
    UUID contactId,
    String messageId,
    Instant at,
    @Nullable Instant endsAt,
    @Schema(description = "planned, reserved, sent, released or expired") String status,
    @Nullable String outcome,
    @Nullable Instant reservedUntil,
    @Schema(description = "It took place although a verdict said otherwise.")
        @Nullable Boolean despiteVerdict,
    @Schema(description = "It went out although its slot had expired or had been given back.")
        @Nullable Boolean confirmedLate,
    @Nullable String channel,
    @Nullable String category,
    @Nullable String department,
    @Nullable String brand,
    @Nullable String topic,
    @Nullable String template,
    @Nullable String sequence,
    @Nullable Integer step,
    @Nullable Integer priority,
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
  @Schema(name = "ContactPage")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Page(List<ContactView> items, @Nullable UUID next) {}
}
