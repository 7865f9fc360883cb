package org.moderato.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Outcome;
import org.moderato.strategy.judge.Finding;
import org.moderato.strategy.table.Mode;
import org.moderato.strategy.table.Source;

/** What one policy said, as programs read it. */
@Schema(name = "ScenarioFinding", description = "What one policy row or rule said.")
public record FindingView(
    @Schema(description = "The table or rule in words.", examples = "Frequency cap") String policy,
    @Schema(description = "The row's id; absent for a rule.", examples = "promotion-week")
        @Nullable String row,
    @Schema(description = "What it asks for.") Outcome outcome,
    @Schema(
            description = "The first instant at which it lets the message pass, if that is known.",
            examples = "2026-11-24T07:00:00Z")
        @Nullable Instant until,
    @Schema(
            description = "Whether it was acted upon.",
            examples = "enforce",
            implementation = String.class)
        String mode,
    @Schema(description = "Whether it set the verdict.", examples = "true") boolean decisive,
    @Schema(description = "In words.", examples = "3 email promotion contacts in 7 days; at most 3")
        String reason,
    @Schema(description = "Where the row or rule stands.") @Nullable Source source,
    @Schema(description = "Ids of the contacts that were counted.", examples = "history-1")
        List<String> counted) {

  static FindingView of(Finding finding) {
    return new FindingView(
        finding.policy(),
        finding.row(),
        finding.outcome(),
        finding.until(),
        mode(finding.mode()),
        finding.decisive(),
        finding.reason(),
        finding.source(),
        finding.counted());
  }

  private static String mode(Mode mode) {
    return mode.name().toLowerCase(Locale.ROOT);
  }
}
