package org.moderato.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/**
 * A client that keeps its connection and costs next to nothing, since it shares the processor with
 * the service that it measures.
 */
final class KeptConnection implements AutoCloseable {

  private final URI uri;
  private final Socket socket;
  private final InputStream in;

  KeptConnection(URI uri) throws IOException {
    this.uri = uri;
    this.socket = new Socket(uri.getHost(), uri.getPort());
    socket.setTcpNoDelay(true);
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /**
   * Posts JSON and returns the answer.
   *
   * @throws IOException also if the status is not 200
   */
  String post(String json) throws IOException {
    byte[] body = json.getBytes(UTF_8);
    String head =
        "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(uri.getRawPath(), uri.getAuthority(), body.length);
    byte[] request = (head + json).getBytes(UTF_8);
    socket.getOutputStream().write(request);
    String status = line();
    String answer = new String(in.readNBytes(contentLength()), UTF_8);
    if (!status.startsWith("HTTP/1.1 200")) {
      throw new IOException(status + ": " + answer);
    }
    return answer;
  }

  private int contentLength() throws IOException {
    int length = 0;
    for (String header = line(); !header.isEmpty(); header = line()) {
      if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(header.substring("content-length:".length()).strip());
      }
    }
    return length;
  }

  private String line() throws IOException {
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
    socket.close();
  }
}
