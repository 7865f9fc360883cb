package org.moderato.packaged.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what {@link JournalWriter} wrote. */
public final class Journal {

  private Journal() {}

  /** All exchanges of a run. Requests that were refused at the door were never made. */
  public static List<Exchange> read(Path folder) throws IOException {
    List<Exchange> exchanges = new ArrayList<>();
    try (var files = Files.newDirectoryStream(folder, "*.journal")) {
      for (Path file : files) {
        exchanges.addAll(exchanges(Files.readAllLines(file)));
      }
    }
    return exchanges;
  }

  private static List<Exchange> exchanges(List<String> lines) {
    List<Exchange> exchanges = new ArrayList<>();
    Map<String, String> open = new HashMap<>();
    for (String line : lines) {
      String[] words = line.split("\t", 4);
      if (words[0].equals(JournalWriter.ASKED)) {
        open.put(words[1], words[2]);
        continue;
      }
      String body = open.remove(words[1]);
      if (words[0].equals(JournalWriter.ANSWERED)) {
        exchanges.add(Exchange.of(body, Integer.parseInt(words[2]), words[3]));
      } else if (words[0].equals(JournalWriter.LOST)) {
        exchanges.add(Exchange.of(body, 0, ""));
      }
    }
    open.values().forEach(body -> exchanges.add(Exchange.of(body, 0, "")));
    return exchanges;
  }
}
