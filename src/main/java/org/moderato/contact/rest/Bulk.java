package org.moderato.contact.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.moderato.http.JsonBodies;
import org.moderato.http.Line;
import org.moderato.http.Ndjson;
import org.moderato.http.ServiceException;

/** Records lines in groups that share a transaction; a group that fails is done line by line. */
@ApplicationScoped
class Bulk {

  private final Ndjson ndjson;
  private final JsonBodies json;

  Bulk(Ndjson ndjson, JsonBodies json) {
    this.ndjson = ndjson;
    this.json = json;
  }

  /**
   * @param read makes something to record of a line
   * @param record records a group, all or nothing, and answers each
   */
  <T> StreamingOutput record(
      InputStream lines, Function<byte[], T> read, Function<List<T>, ? extends List<?>> record) {
    return ndjson.answers(lines, group -> new Group<>(group, record).answers(read));
  }

  private final class Group<T> {

    private final List<Line> lines;
    private final Function<List<T>, ? extends List<?>> record;
    private final Map<Line, byte[]> answers = new HashMap<>();

    Group(List<Line> lines, Function<List<T>, ? extends List<?>> record) {
      this.lines = lines;
      this.record = record;
    }

    List<byte[]> answers(Function<byte[], T> read) {
      Map<Line, T> valid = new HashMap<>();
      for (Line line : lines) {
        try {
          valid.put(line, read.apply(line.bytes()));
        } catch (ServiceException e) {
          answers.put(line, ndjson.errorLine(line.number(), e));
        }
      }
      List<Line> inOrder = lines.stream().filter(valid::containsKey).toList();
      if (!inOrder.isEmpty()) {
        recordAll(inOrder, valid);
      }
      List<byte[]> all = new ArrayList<>();
      lines.forEach(line -> all.add(answers.get(line)));
      return all;
    }

    private void recordAll(List<Line> inOrder, Map<Line, T> valid) {
      try {
        List<?> recorded = record.apply(inOrder.stream().map(valid::get).toList());
        for (int i = 0; i < inOrder.size(); i++) {
          answers.put(inOrder.get(i), json.write(recorded.get(i)));
        }
      } catch (ServiceException e) {
        if (inOrder.size() == 1) {
          answers.put(inOrder.get(0), ndjson.errorLine(inOrder.get(0).number(), e));
        } else {
          inOrder.forEach(line -> recordAll(List.of(line), valid));
        }
      }
    }
  }
}
