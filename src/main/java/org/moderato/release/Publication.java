package org.moderato.release;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The wish to put a stored release in force.
 *
 * @param release its id
 * @param by who wishes it
 * @param reason why; null: not said
 * @param over the release that must be in force until then; null: whatever is
 * @param effectiveFrom when it is to take over; null: at once
 */
public record Publication(
    String release,
    String by,
    @Nullable String reason,
    @Nullable String over,
    @Nullable Instant effectiveFrom) {}
