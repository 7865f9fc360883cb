package org.moderato.evaluation.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.moderato.evaluation.AdmittedEvaluations;
import org.moderato.evaluation.Answer;
import org.moderato.evaluation.Evaluated;
import org.moderato.http.ErrorLine;
import org.moderato.http.Ndjson;

/** Asks the strategy about many messages. */
@Path("/v1/evaluations/batch")
@Tag(name = "Evaluation")
class BatchResource {

  private final AdmittedEvaluations evaluations;
  private final Questions questions;
  private final Ndjson ndjson;

  BatchResource(AdmittedEvaluations evaluations, Questions questions, Ndjson ndjson) {
    this.evaluations = evaluations;
    this.questions = questions;
    this.ndjson = ndjson;
  }

  @POST
  @Consumes(Ndjson.MEDIA_TYPE)
  @Produces(Ndjson.MEDIA_TYPE)
  @Operation(
      summary = "Ask about many messages",
      description =
          "A request a line in, a verdict a line out, in order; a bad line gets an error line.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = EvaluationRequest.class),
              examples = @ExampleObject(name = "A line", value = Examples.REQUEST)))
  @APIResponse(
      responseCode = "200",
      description = "A verdict or an error for each line, in order",
      content =
          @Content(
              mediaType = Ndjson.MEDIA_TYPE,
              schema = @Schema(oneOf = {Answer.class, ErrorLine.class})))
  public StreamingOutput evaluate(
      InputStream lines,
      @Parameter(description = "Judge and explain, take nothing and record nothing.")
          @RestQuery
          @DefaultValue("false")
          boolean dryRun,
      @Parameter(description = Explain.DESCRIPTION) @RestQuery @DefaultValue(Explain.LIMITS)
          String explain) {
    boolean explainsAll = Explain.isAll(explain);
    return ndjson.answers(
        lines,
        questions::read,
        group ->
            (dryRun
                    ? evaluations.dryRunAll(group, explainsAll)
                    : evaluations.evaluateAll(group, explainsAll))
                .stream().map(Evaluated::answer).toList());
  }
}
