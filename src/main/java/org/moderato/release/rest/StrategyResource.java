package org.moderato.release.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.moderato.release.ReleaseService;
import org.moderato.release.StrategyStatus;

/** Shows the strategy in force. */
@Path("/v1/strategy")
@Tag(name = "Strategy")
class StrategyResource {

  private final ReleaseService releases;

  StrategyResource(ReleaseService releases) {
    this.releases = releases;
  }

  @GET
  @Path("/status")
  @Operation(
      summary = "Which release is in force, and what came of the last attempt to change it",
      description = "Every problem names file, sheet and cell, and says what to do.")
  public StrategyStatus status() {
    return releases.status();
  }
}
