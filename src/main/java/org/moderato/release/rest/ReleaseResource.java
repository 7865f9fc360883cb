package org.moderato.release.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.moderato.http.LargeBody;
import org.moderato.release.PublicationService;
import org.moderato.release.ReleaseDetails;
import org.moderato.release.ReleaseDetails.Origin;
import org.moderato.release.ReleaseRecord;
import org.moderato.release.diff.Difference;

/** Stores releases, and shows what became of them. */
@Path("/v1/releases")
@Tag(name = "Releases")
@Produces(MediaType.APPLICATION_JSON)
class ReleaseResource {

  private static final int MOST = 100;
  private static final String ID = "2026-11-22-3f9c2e1";

  private final PublicationService releases;
  private final ReleaseViews views;
  private final Uploads uploads;

  ReleaseResource(PublicationService releases, ReleaseViews views, Uploads uploads) {
    this.releases = releases;
    this.views = views;
    this.uploads = uploads;
  }

  @POST
  @LargeBody
  @Consumes({MediaType.APPLICATION_OCTET_STREAM, "application/zip", Uploads.WORKBOOK})
  @Operation(
      summary = "Store a draft, and check it",
      description =
          "The body is one file of a strategy, whose path file names, over the release in force; or"
              + " a zip of a whole strategy, with the folders rules and decision-tables. Nothing is"
              + " in force until it is published. The report tells everything that the check found.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary"),
              examples = @ExampleObject(name = "A workbook or a zip", value = "PK...")))
  @APIResponse(
      responseCode = "200",
      description = "The draft with its report; of files that were stored before, that release",
      content = @Content(schema = @Schema(implementation = ReleaseView.class)))
  public ReleaseView store(
      byte[] body,
      @Parameter(description = "Who made it.", example = "maria")
          @RestQuery
          @NotBlank
          @Size(max = 128)
          String author,
      @Parameter(
              description = "The path of the file inside the strategy; absent for a zip.",
              example = "decision-tables/contact-policy.xlsx")
          @RestQuery
          @Size(max = 200)
          @Nullable String file,
      @Parameter(description = "A name for people.", example = "Black Friday")
          @RestQuery
          @Size(max = 200)
          @Nullable String label,
      @Parameter(description = "What changed and why.", example = "Two promotions a week")
          @RestQuery
          @Size(max = 2000)
          @Nullable String note) {
    ReleaseDetails details = new ReleaseDetails(Origin.UPLOAD, author, label, note);
    return views.of(releases.store(uploads.read(body, file), details));
  }

  @GET
  @Operation(summary = "The releases, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of releases",
      content = @Content(schema = @Schema(implementation = ReleasePage.class)))
  public ReleasePage newest(
      @Parameter(description = "How many at most, from 1 to 100.", example = "20")
          @RestQuery
          @DefaultValue("20")
          @Min(1)
          @Max(MOST)
          int limit,
      @Parameter(description = "next of the page before; the newest if absent.", example = "17")
          @RestQuery
          @Nullable Integer before) {
    List<ReleaseRecord> found =
        releases.newest(before == null ? null : before.longValue(), limit + 1);
    List<ReleaseRecord> page = found.subList(0, Math.min(limit, found.size()));
    Long next = found.size() > limit ? page.get(limit - 1).number() : null;
    return new ReleasePage(page.stream().map(r -> ReleaseView.of(r, null)).toList(), next);
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "A release, what was done with it, and its report")
  @APIResponse(
      responseCode = "200",
      description = "The release",
      content = @Content(schema = @Schema(implementation = ReleaseView.class)))
  @APIResponse(responseCode = "404", description = "There is no release of that id")
  public ReleaseView release(
      @Parameter(description = "The release.", example = ID) @RestPath String id) {
    return views.of(releases.record(id));
  }

  @GET
  @Path("/{from}/diff/{to}")
  @Operation(
      summary = "What is different between two releases",
      description =
          "By row and cell, by rule, and by scenario. Where a row stands is no difference.")
  @APIResponse(
      responseCode = "200",
      description = "The differences",
      content =
          @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Difference.class)))
  @APIResponse(responseCode = "404", description = "There is no release of that id")
  public List<Difference> diff(
      @Parameter(description = "The first release.", example = "2026-11-21-0a1b2c3") @RestPath
          String from,
      @Parameter(description = "The second release.", example = ID) @RestPath String to) {
    return views.differences(from, to);
  }
}
