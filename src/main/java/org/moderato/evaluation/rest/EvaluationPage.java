package org.moderato.evaluation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moderato.evaluation.Answer;

/** One page of a customer's verdicts, newest first. */
@Schema(description = "One page of a customer's verdicts, newest first.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvaluationPage(
    @Schema(description = "The verdicts, newest first, at most as many as limit says.")
        List<Entry> items,
    @Schema(
            description = "The cursor of the next page; absent on the last.",
            examples = "019a7f3e-0000-7000-8000-000000000001")
        @Nullable UUID next) {

  /** One verdict. */
  @Schema(name = "EvaluationEntry", description = "One verdict.")
  public record Entry(
      @Schema(
              description = "When it was decided, in UTC.",
              examples = "2026-11-22T09:00:00.123456Z")
          Instant decidedAt,
      @JsonRawValue @Schema(implementation = Answer.class) String answer) {}
}
