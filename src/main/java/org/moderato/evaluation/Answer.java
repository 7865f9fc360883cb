package org.moderato.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Outcome;
import org.moderato.strategy.judge.Finding;
import org.moderato.strategy.judge.Verdict;
import org.moderato.strategy.table.Mode;
import org.moderato.strategy.table.Source;

/** Answer of {@code POST /v1/evaluations}. */
@Schema(description = "What to do with the message, and why.")
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
  "evaluationId",
  "messageId",
  "outcome",
  "channel",
  "at",
  "release",
  "replayed",
  "findings"
})
public record Answer(
    @Schema(description = "Ours; absent for a dry run.") @Nullable UUID evaluationId,
    String messageId,
    Outcome outcome,
    @Schema(description = "The channel to use: the asked one or an alternative.") String channel,
    @Schema(description = "For SEND when, for DEFER the earliest allowed time, in UTC.")
        @Nullable Instant at,
    @Schema(description = "The release of the strategy that judged.") String release,
    @Schema(description = "Whether this is the stored answer to a retry.") boolean replayed,
    List<FindingView> findings) {

  static Answer of(@Nullable UUID evaluationId, String messageId, Verdict verdict, String release) {
    return new Answer(
        evaluationId,
        messageId,
        verdict.outcome(),
        verdict.channel(),
        verdict.at(),
        release,
        false,
        verdict.findings().stream().map(FindingView::of).toList());
  }

  /** What one policy said. */
  @Schema(name = "Finding")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record FindingView(
      String policy,
      String kind,
      Outcome outcome,
      @Nullable Instant until,
      String mode,
      boolean decisive,
      @Nullable Boolean provisional,
      String channel,
      Instant checkedAt,
      String reason,
      @Nullable String row,
      @Nullable Source source,
      @Nullable List<String> counted,
      @Nullable Double count,
      @Nullable Double limit) {

    static FindingView of(Finding finding) {
      return new FindingView(
          finding.policy(),
          finding.kind(),
          finding.outcome(),
          finding.until(),
          word(finding.mode()),
          finding.decisive(),
          finding.provisional() ? true : null,
          finding.channel(),
          finding.checkedAt(),
          finding.reason(),
          finding.row(),
          finding.source(),
          finding.counted().isEmpty() ? null : finding.counted(),
          finding.count(),
          finding.limit());
    }

    private static String word(Mode mode) {
      return mode.name().toLowerCase(Locale.ROOT);
    }
  }
}
