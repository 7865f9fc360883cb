package org.moderato.contact.rest;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
import org.jspecify.annotations.Nullable;
import org.moderato.contact.ContactService;
import org.moderato.contact.Recorded;
import org.moderato.contact.ResolutionService;
import org.moderato.http.ErrorLine;
import org.moderato.http.JsonBodies;
import org.moderato.http.Ndjson;

/** Contacts that were made outside, and what became of slots. */
@Path("/v1/contacts")
@Tag(name = "Contacts")
class ContactResource {

  private final ContactService contacts;
  private final ResolutionService resolutions;
  private final JsonBodies json;
  private final Ndjson ndjson;

  ContactResource(
      ContactService contacts, ResolutionService resolutions, JsonBodies json, Ndjson ndjson) {
    this.contacts = contacts;
    this.resolutions = resolutions;
    this.json = json;
    this.ndjson = ndjson;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Record a contact, plan one, or report what became of one")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = ContactBody.class),
              examples = @ExampleObject(name = "A bill by post", value = Examples.CONTACT)))
  @APIResponse(
      responseCode = "200",
      description =
          "Known already; its outcome is set. To lines: a contact or an error each, in order",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ContactView.class)))
  @APIResponse(
      responseCode = "201",
      description = "Recorded",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ContactView.class)))
  @APIResponse(
      responseCode = "409",
      description = "It went out or holds a slot: it cannot be planned any more")
  public RestResponse<ContactView> record(byte[] body) {
    Recorded recorded = contacts.record(json.read(body, ContactBody.class).report());
    return RestResponse.ResponseBuilder.<ContactView>create(recorded.isNew() ? 201 : 200)
        .entity(ContactView.of(recorded.entry()))
        .build();
  }

  @POST
  @Consumes(Ndjson.MEDIA_TYPE)
  @Produces(Ndjson.MEDIA_TYPE)
  @Operation(summary = "Record many contacts, one a line")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = ContactBody.class),
              examples = @ExampleObject(name = "A line", value = Examples.CONTACT)))
  @APIResponse(
      responseCode = "200",
      description = "A contact or an error for each line, in order",
      content =
          @Content(
              mediaType = Ndjson.MEDIA_TYPE,
              schema = @Schema(oneOf = {ContactView.class, ErrorLine.class})))
  public StreamingOutput recordAll(InputStream lines) {
    return ndjson.answers(
        lines,
        line -> json.read(line, ContactBody.class).report(),
        reports ->
            contacts.recordAll(reports).stream()
                .map(recorded -> json.write(ContactView.of(recorded.entry())))
                .toList());
  }

  @POST
  @Path("/{messageId}/confirm")
  @Operation(summary = "Confirm a reserved slot: the message went out")
  @RequestBody(
      required = false,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Confirmation.class),
              examples = @ExampleObject(name = "Sent late", value = Examples.CONFIRMATION)))
  @APIResponse(
      responseCode = "200",
      description = "Confirmed",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ContactView.class)))
  @APIResponse(responseCode = "404", description = "No such message is known")
  @APIResponse(
      responseCode = "409",
      description = "It holds no slot, was released, has expired, or several senders used the id")
  public ContactView confirm(
      @Parameter(description = "The sender's own id.", example = "mkt-2026-11-22-000017")
          @RestPath
          @Size(max = 128)
          String messageId,
      @Parameter(description = Examples.DEPARTMENT, example = "marketing") @RestQuery
          @Nullable String department,
      byte @Nullable [] body) {
    Instant sentAt =
        body == null || body.length == 0 ? null : json.read(body, Confirmation.class).sentAt();
    return ContactView.of(resolutions.confirm(messageId, department, sentAt));
  }

  /** Body of a confirmation; may be left out. */
  @Schema(description = "When the message went out, if its reservation may have expired.")
  public record Confirmation(
      @Schema(
              description =
                  "When the message went out, in UTC; needed if its reservation has expired.",
              examples = "2026-11-22T09:20:00Z")
          @Nullable Instant sentAt) {}

  @POST
  @Path("/{messageId}/release")
  @Operation(summary = "Give a slot back: the message is not sent")
  @APIResponse(
      responseCode = "200",
      description = "Released",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ContactView.class)))
  @APIResponse(responseCode = "404", description = "No such message is known")
  @APIResponse(
      responseCode = "409",
      description = "It holds no slot, was confirmed, or several senders used the id")
  public ContactView release(
      @Parameter(description = "The sender's own id.", example = "mkt-2026-11-22-000017")
          @RestPath
          @Size(max = 128)
          String messageId,
      @Parameter(description = Examples.DEPARTMENT, example = "marketing") @RestQuery
          @Nullable String department) {
    return ContactView.of(resolutions.release(messageId, department));
  }
}
