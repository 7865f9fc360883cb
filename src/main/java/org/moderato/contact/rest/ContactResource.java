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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
  @RequestBody(content = @Content(schema = @Schema(implementation = ContactBody.class)))
  @APIResponse(
      responseCode = "200",
      description = "Known already; its outcome is set",
      content = @Content(schema = @Schema(implementation = ContactView.class)))
  @APIResponse(responseCode = "201", description = "Recorded")
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
  @RequestBody(content = @Content(schema = @Schema(implementation = ContactBody.class)))
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
      content = @Content(schema = @Schema(implementation = Confirmation.class)))
  public ContactView confirm(
      @RestPath @Size(max = 128) String messageId,
      @RestQuery @Nullable String department,
      byte @Nullable [] body) {
    Instant sentAt =
        body == null || body.length == 0 ? null : json.read(body, Confirmation.class).sentAt();
    return ContactView.of(resolutions.confirm(messageId, department, sentAt));
  }

  /** Body of a confirmation; may be left out. */
  @Schema(description = "When the message went out, if its reservation may have expired.")
  public record Confirmation(@Nullable Instant sentAt) {}

  @POST
  @Path("/{messageId}/release")
  @Operation(summary = "Give a slot back: the message is not sent")
  public ContactView release(
      @RestPath @Size(max = 128) String messageId, @RestQuery @Nullable String department) {
    return ContactView.of(resolutions.release(messageId, department));
  }
}
