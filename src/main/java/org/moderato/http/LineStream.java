package org.moderato.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One stream of lines on its way: one worker reads them, one answers them, and the request's own
 * thread writes the answers. The reader waits for the answering, never for the writing.
 */
final class LineStream {

  private static final int MAX_GROUP = 64;
  private static final int PATIENCE_MILLIS = 100;

  private final InputStream body;
  private final GroupAnswers answers;
  private final Spool spool;
  private final BlockingQueue<ReceivedLine> received = new ArrayBlockingQueue<>(2 * MAX_GROUP);
  private volatile boolean isStopped;

  LineStream(InputStream body, GroupAnswers answers, Spool spool) {
    this.body = body;
    this.answers = answers;
    this.spool = spool;
  }

  /**
   * Writes all answers, and returns when nothing of this stream is running any more.
   *
   * @throws IOException if the client is gone or the request broke off
   */
  void answer(OutputStream out, Executor workers) throws IOException {
    List<CompletableFuture<Void>> tasks = new ArrayList<>();
    try (spool) {
      tasks.add(CompletableFuture.runAsync(this::read, workers));
      tasks.add(CompletableFuture.runAsync(this::handle, workers));
      write(out);
    } finally {
      // Nobody is interrupted: that would close the files of an embedded database.
      isStopped = true;
      CompletableFuture.allOf(tasks.toArray(CompletableFuture<?>[]::new)).join();
    }
  }

  private void write(OutputStream out) throws IOException {
    byte[] bytes = spool.take();
    while (bytes != null) {
      out.write(bytes);
      out.flush();
      bytes = spool.take();
    }
  }

  private void read() {
    IOException failure = new IOException("The lines are no longer read");
    try {
      new LineSplitter(this::pass).split(body);
      failure = null;
    } catch (IOException e) {
      failure = e;
    } finally {
      pass(ReceivedLine.end(failure));
    }
  }

  private boolean pass(ReceivedLine line) {
    try {
      while (!isStopped) {
        if (received.offer(line, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
          return true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private void handle() {
    IOException failure = new IOException("The lines are no longer answered");
    try {
      failure = handleAll();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // The disk, not the client, whose failure is what the reader passes on.
      Failures.unexpected(e, "answers of a stream");
      failure = e;
    } finally {
      spool.complete(failure);
    }
  }

  /**
   * A group is what is there when the one before it is done. Waiting for more would only make a
   * client wait that asks line by line; one that sends faster than we answer fills the groups.
   */
  private @Nullable IOException handleAll() throws IOException, InterruptedException {
    while (!isStopped) {
      ReceivedLine first = received.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      if (first == null) {
        continue;
      }
      List<ReceivedLine> group = new ArrayList<>(List.of(first));
      received.drainTo(group, MAX_GROUP - 1);
      ReceivedLine last = group.get(group.size() - 1);
      if (last.isEnd()) {
        group.remove(group.size() - 1);
      }
      if (!group.isEmpty()) {
        spool.add(answers.to(group));
      }
      if (last.isEnd()) {
        return last.failure();
      }
    }
    return null;
  }
}
