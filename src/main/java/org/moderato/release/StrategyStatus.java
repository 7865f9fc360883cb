package org.moderato.release;

import java.time.Instant;
import java.util.List;
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
public record StrategyStatus(
    @Nullable String release,
    @Nullable Instant since,
    boolean folderDiffers,
    @Nullable Instant staleSince,
    List<EmergencyStop> emergencyStops,
    @Nullable Suspicion suspect,
    @Nullable Attempt lastAttempt,
    List<Problem> warnings) {

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
  public record Attempt(
      Instant at, Origin origin, Result result, long tookMillis, List<Problem> problems) {

    public Attempt {
      problems = List.copyOf(problems);
    }
  }

  /** Where files came from. */
  public enum Origin {
    FOLDER,
    DATABASE
  }

  /** What came of an attempt. */
  public enum Result {
    ACTIVATED,
    UNCHANGED,
    FAILED
  }

  /** Whether the last attempt failed. */
  public boolean isStale() {
    return staleSince != null;
  }
}
