package org.moderato.evaluation.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What was answered about a customer. */
@Path("/v1/customers/{id}/evaluations")
@Tag(name = "Evaluation")
class CustomerEvaluationsResource {

  private static final int MOST = 200;

  private final StoredEvaluations stored;

  CustomerEvaluationsResource(StoredEvaluations stored) {
    this.stored = stored;
  }

  @GET
  @Operation(summary = "The verdicts about a customer, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of verdicts",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = EvaluationPage.class)))
  @APIResponse(responseCode = "404", description = "There is no such customer")
  public EvaluationPage evaluations(
      @Parameter(description = "The customer's own id, 1 to 128 characters.", example = "C42")
          @RestPath
          String id,
      @Parameter(description = "How many at most, from 1 to 200.", example = "50")
          @RestQuery
          @DefaultValue("50")
          @Min(1)
          @Max(MOST)
          int limit,
      @Parameter(
              description = "next of the page before; the newest if absent.",
              example = "019a7f3e-0000-7000-8000-000000000002")
          @RestQuery
          @Nullable UUID cursor) {
    return stored.ofCustomer(id, cursor, limit);
  }
}
