package org.moderato.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.judge.Verdict;
import org.moderato.strategy.table.Level;

/**
 * How decisions are written into the log and read back. Entries are kept for years: what an older
 * version wrote can be read, and fields that are no longer known are skipped.
 */
@ApplicationScoped
public class LogFormat {

  private final ObjectMapper json =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .build();

  /** What was asked. */
  byte[] message(Question question) {
    return write(LoggedMessage.of(question));
  }

  /**
   * What the judge saw.
   *
   * @param levels the groups whose history was looked at
   */
  byte[] facts(CustomerView view, Set<Level> levels) {
    return write(LoggedFacts.of(view, levels));
  }

  /**
   * Reads an entry back.
   *
   * @throws UncheckedIOException if it is not one
   */
  public LoggedDecision read(Decision decision) {
    return new LoggedDecision(
        decision,
        read(decision.message(), LoggedMessage.class).message(),
        read(decision.facts(), LoggedFacts.class));
  }

  /** What was answered. */
  public Verdict answered(Decision decision) {
    return read(decision.answer(), Answer.class).verdict();
  }

  private byte[] write(Object value) {
    try {
      return json.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T read(byte[] bytes, Class<T> type) {
    try {
      return json.readValue(bytes, type);
    } catch (IOException e) {
      throw new UncheckedIOException("an entry of the decision log cannot be read", e);
    }
  }
}
