package org.moderato.evaluation.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.moderato.evaluation.Answer;

/** A verdict as it stands in the decision log. */
@Schema(description = "A stored verdict, the request, and what the judge saw.")
public record StoredEvaluation(
    UUID evaluationId,
    Instant decidedAt,
    Instant askedAt,
    String release,
    @JsonRawValue @Schema(implementation = EvaluationRequest.class) String message,
    @JsonRawValue @Schema(description = "Customer and contacts as they stood.") String facts,
    @JsonRawValue @Schema(implementation = Answer.class) String answer) {}
