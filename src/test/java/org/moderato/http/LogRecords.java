package org.moderato.http;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** All that is logged while this is open. */
public final class LogRecords extends Handler implements AutoCloseable {

  private final List<LogRecord> records = new CopyOnWriteArrayList<>();

  public LogRecords() {
    Logger.getLogger("").addHandler(this);
  }

  public List<String> texts() {
    return records.stream().map(LogRecords::text).toList();
  }

  /** What somebody should look at. */
  List<String> alarms() {
    return records.stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogRecords::text)
        .toList();
  }

  @Override
  public void publish(LogRecord entry) {
    records.add(entry);
  }

  @Override
  public void flush() {
    // Nothing is kept back.
  }

  @Override
  public void close() {
    Logger.getLogger("").removeHandler(this);
  }

  private static String text(LogRecord entry) {
    StringWriter text = new StringWriter();
    text.write(entry.getMessage() + " " + Arrays.toString(entry.getParameters()));
    if (entry.getThrown() != null) {
      entry.getThrown().printStackTrace(new PrintWriter(text));
    }
    return text.toString();
  }
}
