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
 * @param lastAttempt the last attempt to load a strategy; null: there was none
 * @param warnings what the check of the release in force found
 */
public record StrategyStatus(
    @Nullable String release,
    @Nullable Instant since,
    boolean folderDiffers,
    @Nullable Attempt lastAttempt,
    List<Problem> warnings) {

  /** Nothing has happened yet. */
  static final StrategyStatus NOTHING = new StrategyStatus(null, null, false, null, List.of());

  public StrategyStatus {
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

  /**
   * Whether the last attempt failed: the release in force is not the newest that somebody saved.
   */
  public boolean isStale() {
    return lastAttempt != null && lastAttempt.result() == Result.FAILED;
  }
}
