package org.moderato.scenario;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import org.moderato.release.Problem;
import org.moderato.strategy.judge.Verdict;

/** Tells programs what came of scenarios. */
public final class JsonReport {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .setSerializationInclusion(JsonInclude.Include.NON_EMPTY);

  private JsonReport() {}

  public static String of(SuiteReport report) {
    return write(SuiteView.of(report));
  }

  public static String of(Verdict verdict) {
    return write(verdict);
  }

  public static String of(List<Problem> problems) {
    return write(problems);
  }

  private static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report of ours can be written", e);
    }
  }
}
