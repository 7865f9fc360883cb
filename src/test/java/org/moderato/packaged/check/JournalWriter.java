package org.moderato.packaged.check;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What one client asked and was answered, a line each. Each line is handed to the operating system
 * at once: before the request leaves, and as soon as the answer is there. Not for two threads.
 */
public final class JournalWriter implements AutoCloseable {

  static final String ASKED = "ASKED";
  static final String ANSWERED = "ANSWERED";
  static final String LOST = "LOST";
  static final String REFUSED = "REFUSED";

  private final String name;
  private final OutputStream out;
  private long last;

  /**
   * @param name unique in the folder
   */
  public JournalWriter(Path folder, String name) throws IOException {
    this.name = name;
    this.out = Files.newOutputStream(Files.createDirectories(folder).resolve(name + ".journal"));
  }

  /** To be called before the request is sent. */
  public void asked(String body) throws IOException {
    last++;
    write(ASKED, oneLine(body));
  }

  /** The answer to what was asked last. */
  public void answered(int status, String body) throws IOException {
    write(ANSWERED, status + "\t" + oneLine(body));
  }

  /** What was asked last got no answer: nobody knows what became of it. */
  public void lost() throws IOException {
    write(LOST, "");
  }

  /** What was asked last was not even taken: there was nobody. */
  public void refused() throws IOException {
    write(REFUSED, "");
  }

  private void write(String what, String words) throws IOException {
    String line = what + "\t" + name + "-" + last + "\t" + words + "\n";
    out.write(line.getBytes(StandardCharsets.UTF_8));
  }

  private static String oneLine(String json) {
    return json.replace("\n", "");
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
