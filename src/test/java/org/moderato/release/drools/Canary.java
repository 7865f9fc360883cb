package org.moderato.release.drools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Shows whether code of an attack has run: it leaves a file behind and knocks at a port. The one
 * place that attacks can reach, since they only know static methods.
 */
public final class Canary implements AutoCloseable {

  private static final int PATIENCE = 5;

  private static volatile Path file = Path.of("canary");
  private static volatile int port;

  private final ServerSocket socket;

  Canary(Path folder) throws IOException {
    file = folder.resolve("canary");
    socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    socket.setSoTimeout(PATIENCE);
    port = socket.getLocalPort();
  }

  /** What attacks want to reach. */
  public static boolean fire() {
    try (Socket knock = new Socket(InetAddress.getLoopbackAddress(), port)) {
      Files.writeString(file, "fired");
      return knock.isConnected();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether code of an attack has run, by any of its two signs. */
  boolean hasFired() throws IOException {
    boolean isThere = Files.exists(file) || Files.exists(Path.of("canary"));
    try (Socket knock = socket.accept()) {
      return knock.isConnected();
    } catch (SocketTimeoutException e) {
      return isThere;
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
    socket.close();
  }
}
