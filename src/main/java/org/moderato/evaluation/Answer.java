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
    @Schema(
            description = "The verdict's id, for /v1/evaluations/{id}; absent for a dry run.",
            examples = "019a7f3e-0000-7000-8000-000000000001")
        @Nullable UUID evaluationId,
    @Schema(
            description = "The sender's own id, as it was asked.",
            examples = "mkt-2026-11-22-000017")
        String messageId,
    Outcome outcome,
    @Schema(
            description = "The channel to use: the asked one or an alternative.",
            examples = "email")
        String channel,
    @Schema(
            description =
                "For SEND when, for DEFER the earliest allowed time, in UTC; absent for SUPPRESS.",
            examples = "2026-11-24T09:00:00Z")
        @Nullable Instant at,
    @Schema(
            description = "The release of the strategy that judged.",
            examples = "2026-11-22-3f9c2e1")
        String release,
    @Schema(description = "Whether this is the stored answer to a retry.", examples = "false")
        boolean replayed,
    @Schema(description = "What each policy said; one of them is decisive.")
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

  /** The verdict that was answered. */
  Verdict verdict() {
    return new Verdict(outcome, channel, at, findings.stream().map(FindingView::finding).toList());
  }

  /** What one policy said. */
  @Schema(name = "Finding", description = "What one policy said.")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record FindingView(
      @Schema(description = "The table or rule in words.", examples = "Frequency cap")
          String policy,
      @Schema(description = "The kind of policy.", examples = "frequency cap") String kind,
      Outcome outcome,
      @Schema(
              description =
                  "The first instant at which this policy alone lets the message pass, in UTC; absent if unknown or never.",
              examples = "2026-11-24T09:00:00Z")
          @Nullable Instant until,
      @Schema(
              description =
                  "Whether it was acted upon. shadow: reported only; exempt: an exemption frees the message; overridden: a more particular row takes its place.",
              enumeration = {"enforce", "shadow", "exempt", "overridden"})
          String mode,
      @Schema(description = "Whether it set the verdict.", examples = "true") boolean decisive,
      @Schema(
              description =
                  "Present and true if nobody knows yet when it ends: the time may come earlier or later.",
              examples = "true")
          @Nullable Boolean provisional,
      @Schema(description = "The channel that was judged.", examples = "email") String channel,
      @Schema(
              description = "The instant that was judged, in UTC.",
              examples = "2026-11-22T09:00:00Z")
          Instant checkedAt,
      @Schema(
              description = "Why, in words for a person.",
              examples = "3 of at most 3 promotions within 7 days")
          String reason,
      @Schema(description = "The row's id; absent for a rule.", examples = "promo-week")
          @Nullable String row,
      @Nullable Source source,
      @Schema(
              description =
                  "Message ids of the contacts that were counted, oldest first; absent if none was.",
              examples =
                  "[\"mkt-2026-11-17-000004\", \"mkt-2026-11-19-000009\", \"mkt-2026-11-21-000002\"]")
          @Nullable List<String> counted,
      @Schema(
              description =
                  "How many contacts were counted, or their weight; absent if nothing was counted.",
              examples = "3")
          @Nullable Double count,
      @Schema(
              description = "The limit that the count was held against; absent if there is none.",
              examples = "3")
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

    private Finding finding() {
      return new Finding(
          policy,
          kind,
          outcome,
          until,
          Mode.valueOf(mode.toUpperCase(Locale.ROOT)),
          decisive,
          channel,
          checkedAt,
          reason,
          source,
          row,
          counted == null ? List.of() : counted,
          count,
          limit,
          provisional != null && provisional);
    }

    private static String word(Mode mode) {
      return mode.name().toLowerCase(Locale.ROOT);
    }
  }
}
