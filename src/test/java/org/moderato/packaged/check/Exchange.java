package org.moderato.packaged.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request and what came of it.
 *
 * @param message who asked and the message's id
 * @param customer the customer's own id
 * @param at the instant that was asked about; null: when it was asked
 * @param content everything that makes two requests the same
 * @param status of the answer; 0: there was none
 * @param answer its body; empty if there was none
 */
public record Exchange(
    MessageId message,
    String customer,
    @Nullable Instant at,
    String content,
    int status,
    String answer) {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  static Exchange of(String body, int status, String answer) {
    try {
      Map<?, ?> fields = JSON.readValue(body, TreeMap.class);
      Object at = fields.remove("at");
      return new Exchange(
          new MessageId(String.valueOf(fields.get("department")), (String) fields.get("messageId")),
          String.valueOf(fields.get("customerId")),
          at == null ? null : Instant.parse(at.toString()),
          JSON.writeValueAsString(fields),
          status,
          answer);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(body, e);
    }
  }

  boolean isAnswered() {
    return status == 200 && !isPutOff();
  }

  /** Whether it was said that nothing was judged, since the database was gone. */
  boolean isPutOff() {
    return status == 200
        && answer.contains("\"kind\":\"degraded\"")
        && answer.contains("\"outcome\":\"DEFER\",\"channel\"")
        && !answer.contains("\"evaluationId\"");
  }
}
