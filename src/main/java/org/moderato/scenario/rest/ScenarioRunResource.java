package org.moderato.scenario.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.moderato.http.JsonBodies;
import org.moderato.http.LargeBody;
import org.moderato.scenario.SuiteView;

/** Runs scenarios. */
@Path("/v1/scenario-runs")
@Tag(name = "Scenarios")
@Produces(MediaType.APPLICATION_JSON)
class ScenarioRunResource {

  private static final String EXAMPLE = "{ \"filter\": \"trial\" }";

  private final ScenarioRuns runs;
  private final JsonBodies json;

  ScenarioRunResource(ScenarioRuns runs, JsonBodies json) {
    this.runs = runs;
    this.json = json;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Run scenarios against the release in force, or another one",
      description =
          "Nothing is recorded. A failing scenario says what was expected, what came, and why the"
              + " expected row did not say so; coverage tells which rows no scenario reaches.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = ScenarioRunRequest.class),
              examples = @ExampleObject(name = "Some of them", value = EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "What came of them",
      content = @Content(schema = @Schema(implementation = SuiteView.class)))
  @APIResponse(responseCode = "404", description = "There is no release of that id")
  public SuiteView run(byte[] body) {
    return runs.run(json.read(body, ScenarioRunRequest.class));
  }

  @POST
  @LargeBody
  @Consumes("application/zip")
  @Operation(
      summary = "Run the scenarios of a strategy that is not stored",
      description = "The body is a zip of the folders rules and decision-tables.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/zip",
              schema = @Schema(type = SchemaType.STRING, format = "binary"),
              examples = @ExampleObject(name = "A strategy", value = "PK...")))
  public SuiteView run(
      byte[] zip,
      @Parameter(
              description = "Only scenarios whose name or file contains this.",
              example = "trial")
          @RestQuery
          @Nullable String filter) {
    return runs.run(zip, filter);
  }
}
