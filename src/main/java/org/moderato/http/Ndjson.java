package org.moderato.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Answers streams of lines, in their order, while they come. A client may send everything before it
 * reads anything, and one that asks line by line gets each answer at once.
 */
@ApplicationScoped
public class Ndjson {

  /** The media type of lines of JSON, both ways. */
  public static final String MEDIA_TYPE = "application/x-ndjson";

  /** So much of the answers to one stream stays in memory; the rest goes to a file. */
  private static final int MAX_MEMORY = 8 << 20;

  private final JsonBodies bodies;
  private final ExecutorService workers;
  private final Semaphore free;

  Ndjson(JsonBodies bodies, ExecutorService workers, HttpConfig config) {
    this.bodies = bodies;
    this.workers = workers;
    this.free = new Semaphore(config.maxStreams());
  }

  /**
   * The response to a request of lines; a resource method takes the body as a stream and returns
   * this.
   *
   * <p>Lines over 64 KiB and lines that aren't UTF-8 get an {@link ErrorLine}, blank ones no
   * answer. If the handler throws, so does each line of its group. The response is a {@code BUSY}
   * problem if too many streams are being answered. If the request breaks off, so does the
   * response, after the answers to what had come.
   *
   * @param body read by another thread, to its end unless the client goes
   */
  public StreamingOutput answers(InputStream body, GroupHandler handler) {
    return out -> answer(body, handler, out);
  }

  /**
   * The same for lines whose work shares a transaction. A group that fails is done line by line,
   * and a line that fails gets an {@link ErrorLine}.
   *
   * @param read makes something to do of a line
   * @param work does it, all or nothing, and answers each; called again for each alone if it throws
   */
  public <T> StreamingOutput answers(
      InputStream body, Function<byte[], T> read, Function<List<T>, List<byte[]>> work) {
    return answers(body, new SharedLines<>(read, work, bodies));
  }

  private void answer(InputStream body, GroupHandler handler, OutputStream out) throws IOException {
    if (!free.tryAcquire()) {
      throw new ServiceException(ErrorCode.BUSY, "Too many streams are being answered");
    }
    try {
      Spool spool = new Spool(MAX_MEMORY, Path.of(System.getProperty("java.io.tmpdir")));
      new LineStream(body, new GroupAnswers(handler, bodies), spool).answer(out, workers);
    } catch (IOException e) {
      throw new BrokenStreamException(e);
    } catch (RuntimeException | Error e) {
      Failures.unexpected(e, "stream");
      throw new BrokenStreamException(e);
    } finally {
      free.release();
    }
  }
}
