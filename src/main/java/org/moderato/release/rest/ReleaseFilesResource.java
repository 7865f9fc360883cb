package org.moderato.release.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.moderato.http.ErrorCode;
import org.moderato.http.ServiceException;
import org.moderato.release.PublicationService;
import org.moderato.release.store.ZippedFiles;

/** Gives the files of a release, exactly as they were stored. */
@Path("/v1/releases/{id}/files")
@Tag(name = "Releases")
class ReleaseFilesResource {

  private static final String ID = "2026-11-22-3f9c2e1";

  private final PublicationService releases;

  ReleaseFilesResource(PublicationService releases) {
    this.releases = releases;
  }

  @GET
  @Produces("application/zip")
  @Operation(summary = "All files of a release, as a zip that can be stored again")
  @APIResponse(
      responseCode = "200",
      description = "The zip",
      content =
          @Content(
              mediaType = "application/zip",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "404", description = "There is no release of that id")
  public RestResponse<byte[]> all(
      @Parameter(description = "The release.", example = ID) @RestPath String id) {
    return download(ZippedFiles.zip(releases.files(id)), "strategy-" + id + ".zip");
  }

  @GET
  @Path("/{path: .+}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(summary = "One file of a release")
  @APIResponse(
      responseCode = "200",
      description = "The file",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "404", description = "There is no such release, or file in it")
  public RestResponse<byte[]> one(
      @Parameter(description = "The release.", example = ID) @RestPath String id,
      @Parameter(
              description = "The file inside the strategy.",
              example = "decision-tables/contact-policy.xlsx")
          @RestPath
          String path) {
    byte[] file = releases.files(id).files().get(path);
    if (file == null) {
      throw new ServiceException(ErrorCode.NOT_FOUND, "the release has no file of that path");
    }
    return download(file, path.substring(path.lastIndexOf('/') + 1));
  }

  private static RestResponse<byte[]> download(byte[] bytes, String name) {
    return RestResponse.ResponseBuilder.<byte[]>create(200)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header("X-Content-Type-Options", "nosniff")
        .entity(bytes)
        .build();
  }
}
