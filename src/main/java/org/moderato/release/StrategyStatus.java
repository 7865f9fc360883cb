package org.moderato.release;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which strategy is in force, and what came of the last attempt to change it.
 *
 * @param release the release in force; null: none was ever loaded
 * @param since when it was put in force on this instance
 * @param folderDiffers whether the folder holds something else than the release in force
 * @param staleSince since when attempts have failed: the release in force is not the newest that
 *     somebody saved; null: it is
 * @param emergencyStops rows that stop every message now
 * @param suspect set if the release in force failed three times within a minute while it judged
 * @param lastAttempt the last attempt to load a strategy; null: there was none
 * @param warnings what the check of the release in force found
 */
@Schema(description = "Which strategy is in force, and what came of the last attempt to change it.")
public record StrategyStatus(
    @Schema(
            description = "The release in force; null if none was ever loaded.",
            examples = "2026-11-22-3f9c2e1")
        @Nullable String release,
    @Schema(
            description = "When it was put in force on this instance, in UTC.",
            examples = "2026-11-22T08:00:00Z")
        @Nullable Instant since,
    @Schema(
            description = "Whether the folder holds something else than the release in force.",
            examples = "false")
        boolean folderDiffers,
    @Schema(
            description =
                "Since when attempts to load a newer strategy have failed, in UTC; null if none did.",
            examples = "2026-11-22T08:30:00Z")
        @Nullable Instant staleSince,
    @Schema(description = "Rows that stop every message now.") List<EmergencyStop> emergencyStops,
    @Nullable Suspicion suspect,
    @Nullable Attempt lastAttempt,
    @Schema(description = "What the check of the release in force found.") List<Problem> warnings) {

  public StrategyStatus {
    emergencyStops = List.copyOf(emergencyStops);
    warnings = List.copyOf(warnings);
  }

  /**
   * One attempt to load a strategy.
   *
   * @param at when
   * @param origin where the files came from
   * @param result what came of it
   * @param tookMillis how long it took, from the settled files to the end
   * @param problems what was found, errors and warnings
   */
  @Schema(name = "LoadAttempt", description = "One attempt to load a strategy.")
  public record Attempt(
      @Schema(description = "When it was made, in UTC.", examples = "2026-11-22T08:00:00Z")
          Instant at,
      Origin origin,
      Result result,
      @Schema(
              description = "How long it took from the settled files to the end, in milliseconds.",
              examples = "840")
          long tookMillis,
      @Schema(description = "What was found, errors and warnings.") List<Problem> problems) {

    public Attempt {
      problems = List.copyOf(problems);
    }
  }

  /** Where files came from. */
  @Schema(name = "LoadOrigin", description = "Where the files came from.")
  public enum Origin {
    FOLDER,
    DATABASE
  }

  /** What came of an attempt. */
  @Schema(name = "LoadResult", description = "What came of an attempt.")
  public enum Result {
    ACTIVATED,
    DRAFTED,
    UNCHANGED,
    FAILED
  }

  /** Whether the last attempt failed. */
  @Schema(
      description = "Whether the release in force is not the newest that somebody saved.",
      examples = "false")
  public boolean isStale() {
    return staleSince != null;
  }
}
