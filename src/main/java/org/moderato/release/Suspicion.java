package org.moderato.release;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A release that failed again and again while it judged: somebody should look at its rules.
 *
 * @param since when it became suspect
 * @param reason what the last failure said; names the rule
 */
@Schema(description = "A release that failed three times within a minute while it judged.")
public record Suspicion(
    @Schema(
            description = "When the release became suspect, in UTC.",
            examples = "2026-11-22T09:00:00Z")
        Instant since,
    @Schema(
            description = "What the last failure said; names the rule.",
            examples = "rule \"Quiet Sundays\" failed: / by zero")
        String reason) {}
