package org.moderato.release.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.moderato.release.StatusBoard;
import org.moderato.release.StrategyStatus;

/** Shows the strategy in force. */
@Path("/v1/strategy")
@Tag(name = "Strategy")
class StrategyResource {

  private final StatusBoard board;

  StrategyResource(StatusBoard board) {
    this.board = board;
  }

  @GET
  @Path("/status")
  @Operation(
      summary = "Which release is in force, and what came of the last attempt to change it",
      description = "Every problem names file, sheet and cell, and says what to do.")
  @APIResponse(
      responseCode = "200",
      description = "The status of this instance",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = StrategyStatus.class)))
  public StrategyStatus status() {
    return board.status();
  }
}
