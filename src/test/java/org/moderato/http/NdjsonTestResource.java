package org.moderato.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Streams whose answers are easy to check. */
@Path("/test/lines")
@Consumes(Ndjson.MEDIA_TYPE)
@Produces(Ndjson.MEDIA_TYPE)
public class NdjsonTestResource {

  static final String FILLING = "x".repeat(1000);
  static final AtomicInteger HANDLED = new AtomicInteger();
  static final AtomicInteger GROUPS = new AtomicInteger();
  static final AtomicInteger LARGEST_GROUP = new AtomicInteger();

  private final Ndjson ndjson;

  NdjsonTestResource(Ndjson ndjson) {
    this.ndjson = ndjson;
  }

  static void reset() {
    HANDLED.set(0);
    GROUPS.set(0);
    LARGEST_GROUP.set(0);
  }

  @POST
  @Path("/echo")
  public StreamingOutput echo(InputStream body) {
    return ndjson.answers(body, lines -> answers(lines, ""));
  }

  /** Answers of a little more than 1000 bytes. */
  @POST
  @Path("/large")
  public StreamingOutput large(InputStream body) {
    return ndjson.answers(body, lines -> answers(lines, FILLING));
  }

  @POST
  @Path("/failing")
  public StreamingOutput failing(InputStream body) {
    return ndjson.answers(
        body,
        lines -> {
          throw new IllegalStateException("row of C-4711");
        });
  }

  @POST
  @Path("/forgetful")
  public StreamingOutput forgetful(InputStream body) {
    return ndjson.answers(body, lines -> List.of());
  }

  private static List<byte[]> answers(List<Line> lines, String filling) {
    GROUPS.incrementAndGet();
    LARGEST_GROUP.accumulateAndGet(lines.size(), Math::max);
    HANDLED.addAndGet(lines.size());
    return lines.stream()
        .map(line -> line.number() + ":" + new String(line.bytes(), UTF_8) + filling)
        .map(answer -> answer.getBytes(UTF_8))
        .toList();
  }
}
