package org.moderato.release.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.moderato.http.JsonBodies;
import org.moderato.release.PublicationService;

/** Does something with a stored release. */
@Path("/v1/releases/{id}")
@Tag(name = "Releases")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ReleaseActionResource {

  private static final String ID = "2026-11-22-3f9c2e1";
  private static final String BY = "{ \"by\": \"maria\" }";
  private static final String WITH_REASON = "{ \"by\": \"maria\", \"reason\": \"Black Friday\" }";
  private static final String CONFLICT =
      "It cannot be done as things stand; the detail says why, and errors what changed meanwhile";

  private final PublicationService releases;
  private final ReleaseViews views;
  private final JsonBodies json;

  ReleaseActionResource(PublicationService releases, ReleaseViews views, JsonBodies json) {
    this.releases = releases;
    this.views = views;
    this.json = json;
  }

  private ReleaseOrder order(byte[] body) {
    return json.read(body, ReleaseOrder.class);
  }

  @POST
  @Path("/check")
  @Operation(summary = "Check it again", description = "Against the release in force.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = ReleaseOrder.class),
              examples = @ExampleObject(name = "Somebody", value = BY)))
  @APIResponse(
      responseCode = "200",
      description = "The release with its new report",
      content = @Content(schema = @Schema(implementation = ReleaseView.class)))
  @APIResponse(responseCode = "404", description = "There is no release of that id")
  public ReleaseView check(
      byte[] body, @Parameter(description = "The release.", example = ID) @RestPath String id) {
    return views.of(releases.check(id, order(body).by()));
  }

  @POST
  @Path("/approve")
  @Operation(
      summary = "Agree to it",
      description = "Needed before it is published if moderato.strategy.four-eyes is set.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = ReleaseOrder.class),
              examples = @ExampleObject(name = "Somebody", value = WITH_REASON)))
  @APIResponse(
      responseCode = "200",
      description = "The release",
      content = @Content(schema = @Schema(implementation = ReleaseView.class)))
  @APIResponse(responseCode = "404", description = "There is no release of that id")
  @APIResponse(responseCode = "409", description = CONFLICT)
  public ReleaseView approve(
      byte[] body, @Parameter(description = "The release.", example = ID) @RestPath String id) {
    ReleaseOrder order = order(body);
    return views.of(releases.approve(id, order.by(), order.reason()));
  }

  @POST
  @Path("/publish")
  @Operation(
      summary = "Put it in force on all instances",
      description =
          "It is checked again first. Refused if another release is in force than when it was"
              + " stored; over says that this is known. With effectiveFrom it takes over then.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = ReleaseOrder.class),
              examples = @ExampleObject(name = "Now", value = WITH_REASON)))
  @APIResponse(
      responseCode = "200",
      description = "The release, in force or scheduled",
      content = @Content(schema = @Schema(implementation = ReleaseView.class)))
  @APIResponse(responseCode = "404", description = "There is no release of that id")
  @APIResponse(responseCode = "409", description = CONFLICT)
  public ReleaseView publish(
      byte[] body, @Parameter(description = "The release.", example = ID) @RestPath String id) {
    ReleaseOrder order = order(body);
    return views.orConflict(
        id, () -> releases.publish(order.publication(id), order.ignoreScenarios()));
  }

  @POST
  @Path("/rollback")
  @Operation(
      summary = "Go back to it",
      description = "Puts a release in force that was in force before, as it was then.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = ReleaseOrder.class),
              examples = @ExampleObject(name = "Now", value = WITH_REASON)))
  @APIResponse(
      responseCode = "200",
      description = "The release, in force",
      content = @Content(schema = @Schema(implementation = ReleaseView.class)))
  @APIResponse(responseCode = "404", description = "There is no release of that id")
  @APIResponse(responseCode = "409", description = CONFLICT)
  public ReleaseView rollBack(
      byte[] body, @Parameter(description = "The release.", example = ID) @RestPath String id) {
    ReleaseOrder order = order(body);
    return views.orConflict(id, () -> releases.rollBack(order.publication(id)));
  }

  @POST
  @Path("/unschedule")
  @Operation(summary = "Call off that it takes over")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = ReleaseOrder.class),
              examples = @ExampleObject(name = "Somebody", value = BY)))
  @APIResponse(
      responseCode = "200",
      description = "The release",
      content = @Content(schema = @Schema(implementation = ReleaseView.class)))
  @APIResponse(responseCode = "404", description = "There is no release of that id")
  @APIResponse(responseCode = "409", description = CONFLICT)
  public ReleaseView unschedule(
      byte[] body, @Parameter(description = "The release.", example = ID) @RestPath String id) {
    ReleaseOrder order = order(body);
    return views.of(releases.unschedule(id, order.by(), order.reason()));
  }
}
