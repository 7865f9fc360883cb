package org.moderato.evaluation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moderato.evaluation.Answer;
import org.moderato.release.StoredRow;
import org.moderato.strategy.table.Source;

/** A verdict as it stands in the decision log. */
@Schema(
    description = "A stored verdict, the request, what the judge saw, and the rows as they were.")
public record StoredEvaluation(
    @Schema(description = "The verdict's id.", examples = "019a7f3e-0000-7000-8000-000000000001")
        UUID evaluationId,
    @Schema(description = "The customer's own id.", examples = "C42") String customerId,
    @Schema(description = "When it was decided, in UTC.", examples = "2026-11-22T09:00:00.123456Z")
        Instant decidedAt,
    @Schema(
            description = "The instant that was judged first, in UTC.",
            examples = "2026-11-22T09:00:00Z")
        Instant askedAt,
    @Schema(description = "The release of the strategy.", examples = "2026-11-22-3f9c2e1")
        String release,
    @JsonRawValue @Schema(implementation = EvaluationRequest.class) String message,
    @JsonRawValue
        @Schema(
            description = "Customer and contacts as they stood; their labels are in the contacts.",
            implementation = Object.class,
            examples = Examples.FACTS)
        String facts,
    @JsonRawValue @Schema(implementation = Answer.class) String answer,
    @Schema(description = "The rows and rules that the findings name, as they stood.")
        List<Row> rows) {

  /** One row or rule. */
  @Schema(name = "StoredRow", description = "A row or rule as it stood.")
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Row(
      Source source,
      @Schema(
              description = "The cells by column.",
              examples = "{\"Id\": \"week\", \"Window\": \"7 days\", \"At most\": \"3\"}")
          Map<String, String> cells,
      @Schema(description = "The text of a rule; absent for a row.", examples = Examples.RULE)
          @Nullable String rule) {

    static Row of(StoredRow stored) {
      return new Row(stored.source(), stored.cells(), stored.rule());
    }
  }
}
