package org.moderato.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The connections of one client, one to each instance; they cost next to nothing. */
final class KeptConnections implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 120_000;

  private final Map<URI, Wire> wires = new HashMap<>();

  /** An answer; its body is empty if there is none. */
  record Answer(int status, String body) {}

  private record Wire(Socket socket, InputStream in) {}

  /**
   * Sends JSON and waits for the answer.
   *
   * @throws ConnectException if there is nobody: nothing was sent
   * @throws IOException if no answer came
   */
  Answer send(URI service, String method, String path, String json) throws IOException {
    Wire wire = wires.get(service);
    if (wire == null) {
      wire = connect(service);
      wires.put(service, wire);
    }
    try {
      return exchange(wire, head(service, method, path, json) + json);
    } catch (IOException e) {
      wire.socket().close();
      wires.remove(service);
      // Something was sent, so nobody can say that there was nobody.
      throw new IOException("no answer", e);
    }
  }

  private static Wire connect(URI service) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(service.getHost(), service.getPort()), PATIENCE_MILLIS);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return new Wire(socket, new BufferedInputStream(socket.getInputStream()));
  }

  private static String head(URI service, String method, String path, String json) {
    return "%s %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
        .formatted(method, path, service.getAuthority(), json.getBytes(UTF_8).length);
  }

  private static Answer exchange(Wire wire, String request) throws IOException {
    wire.socket().getOutputStream().write(request.getBytes(UTF_8));
    int status = Integer.parseInt(line(wire.in()).split(" ")[1]);
    int length = 0;
    for (String header = line(wire.in()); !header.isEmpty(); header = line(wire.in())) {
      if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(header.substring("content-length:".length()).strip());
      }
    }
    byte[] body = wire.in().readNBytes(length);
    if (body.length < length) {
      throw new EOFException("the answer broke off");
    }
    return new Answer(status, new String(body, UTF_8));
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the service closed the connection");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    for (Wire wire : wires.values()) {
      wire.socket().close();
    }
    wires.clear();
  }
}
