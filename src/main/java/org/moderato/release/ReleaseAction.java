package org.moderato.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done with a release.
 *
 * @param kind what
 * @param by who; {@code folder} for a saved file
 * @param at when, in UTC
 * @param reason why; null: nobody said
 * @param effectiveFrom of a schedule: when the release is to take over; else null
 */
@Schema(description = "Something that was done with a release.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReleaseAction(
    Kind kind,
    @Schema(description = "Who; folder for a saved file.", examples = "maria") String by,
    @Schema(description = "When, in UTC.", examples = "2026-11-22T08:00:00Z") Instant at,
    @Schema(description = "Why; absent if nobody said.", examples = "Black Friday")
        @Nullable String reason,
    @Schema(
            description = "Of a schedule: when the release is to take over, in UTC.",
            examples = "2026-11-27T00:00:00Z")
        @Nullable Instant effectiveFrom) {

  /** What may be done with a release. */
  @Schema(name = "ReleaseActionKind", description = "What was done.")
  public enum Kind {
    STORED,
    CHECKED,
    APPROVED,
    SCHEDULED,
    /** A schedule was called off. */
    UNSCHEDULED,
    PUBLISHED
  }
}
