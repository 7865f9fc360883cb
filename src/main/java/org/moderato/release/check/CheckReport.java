package org.moderato.release.check;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moderato.release.Problem;

/**
 * Everything that the check of a release found.
 *
 * @param at when it was made, in UTC
 * @param tookMillis how long it took
 * @param loads whether the strategy can be loaded
 * @param problems errors and warnings, each with its place
 * @param scenarios what came of its scenarios; null: it cannot be loaded
 * @param impact what it would have answered; null: not asked
 */
@Schema(description = "Everything that the check of a release found.")
public record CheckReport(
    @Schema(description = "When it was made, in UTC.", examples = "2026-11-22T08:00:00Z")
        Instant at,
    @Schema(description = "How long it took, in milliseconds.", examples = "1840") long tookMillis,
    @Schema(description = "Whether the strategy can be loaded.", examples = "true") boolean loads,
    @Schema(description = "Errors and warnings, each with its place.") List<Problem> problems,
    @Nullable ScenarioCount scenarios,
    @Nullable Impact impact) {

  public CheckReport {
    problems = List.copyOf(problems);
  }

  /** Whether all scenarios passed. */
  public boolean scenariosPass() {
    return scenarios != null && scenarios.failed() == 0;
  }
}
