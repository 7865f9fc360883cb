package org.moderato.evaluation.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
  public EvaluationPage evaluations(
      @RestPath String id,
      @RestQuery @DefaultValue("50") @Min(1) @Max(MOST) int limit,
      @RestQuery @Nullable UUID cursor) {
    return stored.ofCustomer(id, cursor, limit);
  }
}
