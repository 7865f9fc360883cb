package org.moderato.release;

import java.time.Instant;

/**
 * A release that failed again and again while it judged: somebody should look at its rules.
 *
 * @param since when it became suspect
 * @param reason what the last failure said; names the rule
 */
public record Suspicion(Instant since, String reason) {}
