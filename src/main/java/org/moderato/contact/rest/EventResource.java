package org.moderato.contact.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.moderato.contact.Event;
import org.moderato.contact.EventService;
import org.moderato.http.ErrorLine;
import org.moderato.http.JsonBodies;
import org.moderato.http.Ndjson;

/** What customers did, and which situations they are in. */
@Path("/v1/events")
@Tag(name = "Events")
class EventResource {

  private final EventService events;
  private final JsonBodies json;
  private final Ndjson ndjson;

  EventResource(EventService events, JsonBodies json, Ndjson ndjson) {
    this.events = events;
    this.json = json;
    this.ndjson = ndjson;
  }

  /** Answer to an event. */
  @Schema(name = "EventReceipt", description = "Answer to an event.")
  public record Receipt(
      @Schema(description = "The sender's own id.", examples = "crm-2026-11-22-0815")
          String eventId,
      @Schema(description = "Whether the event was told before.", examples = "false")
          boolean replayed) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Tell a response or a situation")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = EventBody.class),
              examples = {
                @ExampleObject(name = "A reply", value = Examples.RESPONSE),
                @ExampleObject(name = "A complaint", value = Examples.SITUATION)
              }))
  @APIResponse(
      responseCode = "200",
      description = "Recorded before. To lines: a receipt or an error each, in order",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Receipt.class)))
  @APIResponse(
      responseCode = "201",
      description = "Recorded",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Receipt.class)))
  public RestResponse<Receipt> record(byte[] body) {
    Event event = read(body);
    boolean isNew = events.record(event);
    return RestResponse.ResponseBuilder.<Receipt>create(isNew ? 201 : 200)
        .entity(new Receipt(event.eventId(), !isNew))
        .build();
  }

  @POST
  @Consumes(Ndjson.MEDIA_TYPE)
  @Produces(Ndjson.MEDIA_TYPE)
  @Operation(summary = "Tell many events, one a line")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = EventBody.class),
              examples = @ExampleObject(name = "A line", value = Examples.RESPONSE)))
  @APIResponse(
      responseCode = "200",
      description = "A receipt or an error for each line, in order",
      content =
          @Content(
              mediaType = Ndjson.MEDIA_TYPE,
              schema = @Schema(oneOf = {Receipt.class, ErrorLine.class})))
  public StreamingOutput recordAll(InputStream lines) {
    return ndjson.answers(
        lines,
        this::read,
        group -> {
          List<Boolean> recorded = events.recordAll(group);
          return IntStream.range(0, group.size())
              .mapToObj(i -> new Receipt(group.get(i).eventId(), !recorded.get(i)))
              .map(json::write)
              .toList();
        });
  }

  private Event read(byte[] bytes) {
    EventBody body = json.read(bytes, EventBody.class);
    return body.event(sha256(json.canonical(body)));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
