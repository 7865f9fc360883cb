package org.moderato.http;

import jakarta.validation.constraints.Max;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Endpoints that fail in every way. */
@Path("/test/problems")
public class ProblemTestResource {

  private final JsonBodies bodies;

  ProblemTestResource(JsonBodies bodies) {
    this.bodies = bodies;
  }

  @POST
  @Path("/greeting")
  @Consumes(MediaType.APPLICATION_JSON)
  public byte[] greet(byte[] body) {
    return bodies.write(bodies.read(body, Greeting.class));
  }

  @POST
  @Path("/length")
  @Consumes(MediaType.TEXT_PLAIN)
  public int length(byte[] body) {
    return body.length;
  }

  @POST
  @Path("/anything")
  public int anything(byte[] body) {
    return body.length;
  }

  @POST
  @Path("/bound")
  @Consumes(MediaType.APPLICATION_JSON)
  public String bound(Greeting greeting) {
    return greeting.name();
  }

  @GET
  @Path("/page")
  public int page(@RestQuery @Max(200) @Nullable Integer limit) {
    return limit == null ? 0 : limit;
  }

  @GET
  @Path("/things/{id}")
  public String thing(@RestPath UUID id, @RestQuery @DefaultValue("false") boolean really) {
    return id + " " + really;
  }

  @GET
  @Path("/busy")
  public String busy() {
    throw new ServiceException(ErrorCode.BUSY, "Try again");
  }

  @GET
  @Path("/customers/{id}")
  public String broken(@PathParam("id") String id) {
    throw new IllegalStateException("row of " + id, new IllegalArgumentException("key " + id));
  }

  /** A body. */
  public record Greeting(String name, int times) {}
}
