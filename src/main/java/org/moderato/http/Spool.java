package org.moderato.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Holds answers until the client takes them: some in memory, the rest in a temporary file. One
 * thread adds without ever waiting, another one takes.
 */
final class Spool implements Closeable {

  private static final int PIECE = 64 * 1024;

  private final int maxMemory;
  private final Path folder;
  private final Deque<byte[]> memory = new ArrayDeque<>();
  private int memoryBytes;
  private @Nullable FileChannel file;
  private long written;
  private long taken;
  private boolean isComplete;
  private boolean isClosed;
  private @Nullable IOException failure;

  /**
   * @param maxMemory how many bytes stay in memory, inclusive
   * @param folder where the file is made if that is not enough
   */
  Spool(int maxMemory, Path folder) {
    this.maxMemory = maxMemory;
    this.folder = folder;
  }

  /** Adds to the end; does nothing once closed. */
  synchronized void add(byte[] bytes) throws IOException {
    if (isClosed) {
      return;
    }
    // What came earlier lies in the file: memory would overtake it.
    if (written > taken || memoryBytes + bytes.length > maxMemory) {
      append(bytes);
    } else {
      memory.add(bytes);
      memoryBytes += bytes.length;
    }
    notifyAll();
  }

  /**
   * Says that nothing more comes.
   *
   * @param reason why something is missing at the end; null if nothing is
   */
  synchronized void complete(@Nullable IOException reason) {
    isComplete = true;
    failure = reason;
    notifyAll();
  }

  /**
   * Takes from the beginning, and waits until there is something.
   *
   * @return null at the end
   * @throws IOException after the last bytes, if something is missing
   */
  synchronized byte @Nullable [] take() throws IOException {
    while (memory.isEmpty() && written == taken) {
      if (failure != null) {
        throw failure;
      }
      if (isComplete || isClosed) {
        return null;
      }
      await();
    }
    if (memory.isEmpty()) {
      return takeFromFile();
    }
    byte[] bytes = memory.remove();
    memoryBytes -= bytes.length;
    return bytes;
  }

  /** How many bytes the file holds that haven't been taken. */
  synchronized long bytesInFile() {
    return written - taken;
  }

  /** Drops what hasn't been taken. */
  @Override
  public synchronized void close() throws IOException {
    isClosed = true;
    memory.clear();
    written = taken;
    notifyAll();
    if (file != null) {
      file.close();
    }
  }

  private void await() throws InterruptedIOException {
    try {
      wait();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private void append(byte[] bytes) throws IOException {
    if (file == null) {
      file = create();
    }
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      written += file.write(rest, written);
    }
  }

  /** Opened so that it is gone with the process, even if that is killed. */
  private FileChannel create() throws IOException {
    return FileChannel.open(
        Files.createTempFile(folder, "moderato-answers-", null),
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  private byte[] takeFromFile() throws IOException {
    ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, written - taken));
    while (piece.hasRemaining()) {
      taken += file.read(piece, taken);
    }
    if (taken == written) {
      file.truncate(0);
      taken = 0;
      written = 0;
    }
    return piece.array();
  }
}
