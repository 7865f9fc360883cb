package org.moderato.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A client that decides itself when it writes and when it reads. */
final class LineClient implements Closeable {

  private static final int PATIENCE_MILLIS = 30_000;

  private final Socket socket;
  private final OutputStream out;
  private final InputStream in;
  private @Nullable String head;
  private int left;

  LineClient(URI url) throws IOException {
    socket = new Socket(url.getHost(), url.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    out = new BufferedOutputStream(socket.getOutputStream());
    in = new BufferedInputStream(socket.getInputStream());
    write(
        "POST %s HTTP/1.1\r\nHost: test\r\nContent-Type: %s\r\nTransfer-Encoding: chunked\r\n\r\n"
            .formatted(url.getPath(), Ndjson.MEDIA_TYPE));
  }

  LineClient send(String text) throws IOException {
    return send(text.getBytes(UTF_8));
  }

  LineClient send(byte[] bytes) throws IOException {
    write(Integer.toHexString(bytes.length) + "\r\n");
    out.write(bytes);
    write("\r\n");
    return this;
  }

  LineClient flush() throws IOException {
    out.flush();
    return this;
  }

  LineClient end() throws IOException {
    write("0\r\n\r\n");
    out.flush();
    return this;
  }

  /** Sends what is no chunk. */
  void malform() throws IOException {
    write("no length\r\n");
    out.flush();
  }

  /** Goes as a killed process does. */
  void vanish() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  String head() throws IOException {
    if (head == null) {
      StringBuilder text = new StringBuilder();
      String line = plainLine();
      while (!line.isEmpty()) {
        text.append(line).append('\n');
        line = plainLine();
      }
      head = text.toString();
    }
    return head;
  }

  /** The next line of the body; null at its proper end. */
  @Nullable String line() throws IOException {
    head();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = next();
    while (next != '\n') {
      if (next < 0) {
        return line.size() == 0 ? null : line.toString(UTF_8);
      }
      line.write(next);
      next = next();
    }
    return line.toString(UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private int next() throws IOException {
    if (left == 0) {
      left = Integer.parseInt(plainLine(), 16);
      if (left == 0) {
        return -1;
      }
    }
    int next = required();
    left--;
    if (left == 0) {
      plainLine();
    }
    return next;
  }

  private String plainLine() throws IOException {
    StringBuilder line = new StringBuilder();
    int next = required();
    while (next != '\n') {
      line.append((char) next);
      next = required();
    }
    return line.toString().strip();
  }

  private int required() throws IOException {
    int next = in.read();
    if (next < 0) {
      throw new EOFException();
    }
    return next;
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(UTF_8));
  }
}
