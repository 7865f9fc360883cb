package org.moderato.release.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Outcome;

/**
 * What a release would have answered to messages of the past.
 *
 * @param judged how many decisions were judged again
 * @param skipped how many could not be, since something they were based on is gone or a rule failed
 * @param complete false if time ran out before all that were wanted had been judged
 * @param changes how many change, by what they change from and to; the most frequent first
 * @param examples some of them, the latest first
 */
@Schema(description = "What a release would have answered to messages of the past.")
public record Impact(
    @Schema(description = "How many decisions were judged again.", examples = "5000") int judged,
    @Schema(description = "How many could not be.", examples = "0") int skipped,
    @Schema(description = "Whether there was time for all.", examples = "true") boolean complete,
    @Schema(description = "How many change, the most frequent first.") List<Change> changes,
    @Schema(description = "Some of them, the latest first.") List<Example> examples) {

  public Impact {
    changes = List.copyOf(changes);
    examples = List.copyOf(examples);
  }

  /**
   * Decisions that change in the same way.
   *
   * @param from the outcome under the release in force
   * @param to the outcome under this one
   * @param policy the row that decides now, or did, such as {@code Frequency cap promotion-week}
   * @param department who asked
   * @param channel on which channel was asked
   * @param count how many
   */
  @Schema(name = "ImpactChange", description = "Decisions that change in the same way.")
  public record Change(
      @Schema(description = "The outcome under the release in force.") Outcome from,
      @Schema(description = "The outcome under this one.") Outcome to,
      @Schema(
              description = "The row that decides now; where nothing does any more, that did.",
              examples = "Frequency cap promotion-week")
          String policy,
      @Schema(description = "Who asked.", examples = "marketing") String department,
      @Schema(description = "On which channel was asked.", examples = "email") String channel,
      @Schema(description = "How many.", examples = "12") int count) {}

  /**
   * One decision that changes.
   *
   * @param evaluationId the stored decision
   * @param at the instant that was asked about
   * @param from what the release in force says, such as {@code DEFER until 2026-11-24T07:00:00Z}
   * @param to what this one says
   * @param reason the decisive finding's; null: nothing stands in the way
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ImpactExample", description = "One decision that changes.")
  public record Example(
      @Schema(
              description = "The stored decision.",
              examples = "019a7f3e-0000-7000-8000-000000000002")
          String evaluationId,
      @Schema(description = "The instant asked about.", examples = "2026-11-22T09:00:00Z")
          Instant at,
      @Schema(description = "What the release in force says.", examples = "SEND by email")
          String from,
      @Schema(
              description = "What this one says.",
              examples = "DEFER by email until 2026-11-24T07:00:00Z")
          String to,
      @Schema(
              description = "Why; absent if nothing stands in the way.",
              examples = "3 promotions in 7 days; at most 2")
          @Nullable String reason) {}
}
