package org.moderato.release.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moderato.release.Publication;

/** What is to be done with a release. */
@Schema(description = "What is to be done with a release.")
public record ReleaseOrder(
    @NotBlank @Size(max = 128) @Schema(description = "Who wishes it.", examples = "maria")
        String by,
    @Size(max = 1500) @Schema(description = "Why.", examples = "Black Friday")
        @Nullable String reason,
    @Size(max = 80)
        @Schema(
            description =
                "The release that must be in force until then. When publishing: the one that was in"
                    + " force when this one was stored, if absent.",
            examples = "2026-11-21-0a1b2c3")
        @Nullable String over,
    @Size(max = 400)
        @Schema(
            description = "When publishing: why scenarios that fail do not matter.",
            examples = "The scenario is about last year's campaign")
        @Nullable String ignoreScenarios,
    @Schema(
            description = "When publishing: the instant at which it takes over; at once if absent.",
            examples = "2026-11-27T00:00:00Z")
        @Nullable Instant effectiveFrom) {

  Publication publication(String release) {
    return new Publication(release, by, reason, over, effectiveFrom);
  }
}
