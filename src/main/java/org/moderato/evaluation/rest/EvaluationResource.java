package org.moderato.evaluation.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.moderato.evaluation.AdmittedEvaluations;
import org.moderato.evaluation.Answer;
import org.moderato.evaluation.Evaluated;
import org.moderato.evaluation.Question;
import org.moderato.http.WholeBody;

/** Asks the strategy. */
@Path("/v1/evaluations")
@Tag(name = "Evaluation")
@Produces(MediaType.APPLICATION_JSON)
class EvaluationResource {

  private static final String RELEASE = "Moderato-Release";

  private final AdmittedEvaluations evaluations;
  private final StoredEvaluations stored;
  private final Questions questions;

  EvaluationResource(
      AdmittedEvaluations evaluations, StoredEvaluations stored, Questions questions) {
    this.evaluations = evaluations;
    this.stored = stored;
    this.questions = questions;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Ask whether a message may be sent to a customer",
      description =
          "SEND takes the slot at once. A retry with the same messageId gets the same answer.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = EvaluationRequest.class),
              examples = @ExampleObject(name = "A promotion", value = Examples.REQUEST)))
  @APIResponse(
      responseCode = "200",
      description = "The verdict",
      headers =
          @Header(
              name = RELEASE,
              description = "The release of the strategy that judged.",
              schema = @Schema(implementation = String.class, examples = "2026-11-22-3f9c2e1")),
      content = @Content(schema = @Schema(implementation = Answer.class)))
  public CompletionStage<RestResponse<byte[]>> evaluate(
      WholeBody body,
      @Parameter(description = "Judge and explain, take nothing and record nothing.")
          @RestQuery
          @DefaultValue("false")
          boolean dryRun,
      @Parameter(description = Explain.DESCRIPTION) @RestQuery @DefaultValue(Explain.LIMITS)
          String explain) {
    boolean explainsAll = Explain.isAll(explain);
    Question question = questions.read(body.bytes());
    return (dryRun
            ? evaluations.dryRun(question, explainsAll)
            : evaluations.evaluate(question, explainsAll))
        .thenApply(EvaluationResource::response);
  }

  private static RestResponse<byte[]> response(Evaluated evaluated) {
    return RestResponse.ResponseBuilder.ok(evaluated.answer())
        .header(RELEASE, evaluated.release())
        .build();
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One stored verdict with what was judged")
  @APIResponse(
      responseCode = "200",
      description = "The verdict",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = StoredEvaluation.class)))
  @APIResponse(responseCode = "404", description = "There is no such evaluation")
  public StoredEvaluation evaluation(
      @Parameter(
              description = "evaluationId of the verdict.",
              example = "019a7f3e-0000-7000-8000-000000000001")
          @RestPath
          UUID id) {
    return stored.find(id);
  }
}
