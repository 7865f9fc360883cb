package org.moderato.release.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moderato.release.ReleaseAction;
import org.moderato.release.ReleaseDetails;
import org.moderato.release.ReleaseRecord;
import org.moderato.release.ReleaseState;
import org.moderato.release.check.CheckReport;

/** A release and its life; its report as it was kept, absent in lists. */
@Schema(name = "Release", description = "A release and its life.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReleaseView(
    @Schema(description = "What answers name.", examples = "2026-11-22-3f9c2e1") String id,
    @Schema(description = "From 1, in the order of storing.", examples = "17") long number,
    @Schema(
            description = "SHA-256 over its files, 64 hex digits.",
            examples = "3f9c2e1b7a5d4c6e8f0123456789abcdef0123456789abcdef0123456789abcd")
        String hash,
    @Schema(description = "Where it stands.") ReleaseState state,
    @Schema(description = "Where its files came from.") ReleaseDetails.Origin origin,
    @Schema(description = "Who made it; folder for saved files.", examples = "maria") String author,
    @Schema(description = "A name for people.", examples = "Black Friday") @Nullable String label,
    @Schema(description = "What changed and why.", examples = "Two promotions a week")
        @Nullable String note,
    @Schema(
            description = "The release that was in force when it was stored.",
            examples = "2026-11-21-0a1b2c3")
        @Nullable String base,
    @Schema(description = "When it was stored, in UTC.", examples = "2026-11-22T08:00:00Z")
        Instant storedAt,
    @Schema(
            description = "When it takes over, in UTC; absent if it is not scheduled.",
            examples = "2026-11-27T00:00:00Z")
        @Nullable Instant effectiveFrom,
    @Schema(description = "What was done with it, in order.") List<ReleaseAction> actions,
    @JsonRawValue @Schema(implementation = CheckReport.class) @Nullable String report) {

  static ReleaseView of(ReleaseRecord release, @Nullable String report) {
    ReleaseDetails details = release.details();
    return new ReleaseView(
        release.id(),
        release.number(),
        release.hash(),
        release.state(),
        details.origin(),
        details.author(),
        details.label(),
        details.note(),
        release.base(),
        release.storedAt(),
        release.effectiveFrom(),
        release.actions(),
        report);
  }
}
