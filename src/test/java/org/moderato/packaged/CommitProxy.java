package org.moderato.packaged;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

/** Stands between a service and its server, and sees when a transaction was committed. */
final class CommitProxy implements AutoCloseable {

  /** How PostgreSQL says that it did. */
  private static final String COMMITTED = "COMMIT\0";

  private final int server;
  private final ServerSocket door;
  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
  private final AtomicReference<Awaited> awaited = new AtomicReference<>();

  /** What is done, and how to see that the commit was the one it waits for. */
  private record Awaited(Callable<Boolean> happened, Load.Disturbance disturbance) {}

  CommitProxy(int server) throws IOException {
    this.server = server;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    new Thread(this::accept, "commit-proxy").start();
  }

  /** The same database behind this proxy. */
  Database before(Database database) {
    String key = "quarkus.datasource.jdbc.url";
    String url = database.settings().get(key);
    return database.with(key, url.replace(":" + server + "/", ":" + door.getLocalPort() + "/"));
  }

  /**
   * What is done once, after a commit and before the service hears of it; it never does.
   *
   * @param happened whether it was that commit: a service commits in the background as well
   */
  void onCommit(Callable<Boolean> happened, Load.Disturbance disturbance) {
    awaited.set(new Awaited(happened, disturbance));
  }

  private void accept() {
    try {
      while (true) {
        Socket client = door.accept();
        Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
        sockets.add(client);
        sockets.add(behind);
        new Thread(() -> copy(client, behind, false), "to-server").start();
        new Thread(() -> copy(behind, client, true), "to-service").start();
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void copy(Socket from, Socket to, boolean fromServer) {
    byte[] buffer = new byte[1 << 16];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (fromServer && isCommit(buffer, read) && isAwaited()) {
          return;
        }
        out.write(buffer, 0, read);
      }
    } catch (IOException e) {
      // One of them went.
    }
  }

  private static boolean isCommit(byte[] buffer, int read) {
    return new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains(COMMITTED);
  }

  private boolean isAwaited() throws IOException {
    Awaited now = awaited.get();
    try {
      if (now == null || !now.happened().call() || !awaited.compareAndSet(now, null)) {
        return false;
      }
      now.disturbance().run();
      return true;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
