package org.moderato.packaged.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.moderato.packaged.check.Tables.EvaluationRow;
import org.moderato.packaged.check.Violation.Kind;

/** Whether every answer stands in the tables in the same words, and every request got one. */
final class AnswerCheck {

  private static final String FRESH = "\"replayed\":false";
  private static final String REPLAYED = "\"replayed\":true";

  private final Evidence evidence;
  private final boolean faults;
  private final Set<UUID> fresh = new HashSet<>();

  /**
   * @param faults whether requests may fail, since something was killed
   */
  AnswerCheck(Evidence evidence, boolean faults) {
    this.evidence = evidence;
    this.faults = faults;
  }

  void check() {
    evidence.exchanges().forEach(this::check);
    evidence.byMessage().values().forEach(this::checkMessage);
  }

  private void check(Exchange exchange) {
    if (exchange.isAnswered()) {
      checkAnswer(exchange);
    } else if (exchange.status() != 422 && !(faults && isExcused(exchange))) {
      found(Kind.FAILED, exchange, "status " + exchange.status());
    }
  }

  private static boolean isExcused(Exchange exchange) {
    return exchange.status() == 0 || exchange.status() == 503 || exchange.isPutOff();
  }

  private void checkAnswer(Exchange exchange) {
    UUID id = UUID.fromString(Json.of(exchange.answer()).path("evaluationId").asText());
    EvaluationRow row = evidence.evaluationsById().get(id);
    if (row == null) {
      found(Kind.LOST, exchange, "the verdict is not in the table");
      return;
    }
    if (!row.answer().equals(exchange.answer().replace(REPLAYED, FRESH))) {
      found(Kind.OTHER_ANSWER, exchange, "stored is " + row.answer());
    }
    if (exchange.answer().contains(FRESH) && !fresh.add(id)) {
      found(Kind.OTHER_ANSWER, exchange, "said twice to be new");
    }
    if (row.outcome().equals("SEND") && evidence.contacts(exchange.message()).size() != 1) {
      found(Kind.NO_CONTACT, exchange, "contacts " + evidence.contacts(exchange.message()));
    }
  }

  private void checkMessage(List<Exchange> exchanges) {
    Exchange first = exchanges.get(0);
    if (exchanges.stream().noneMatch(Exchange::isAnswered)) {
      found(Kind.UNANSWERED, first, "asked " + exchanges.size() + " times");
    }
    List<String> contents =
        exchanges.stream().filter(Exchange::isAnswered).map(Exchange::content).distinct().toList();
    if (contents.size() > 1) {
      found(Kind.REUSED, first, "both were answered: " + contents);
    }
    exchanges.stream()
        .filter(exchange -> exchange.status() == 422 && contents.contains(exchange.content()))
        .forEach(exchange -> found(Kind.FAILED, exchange, "refused, and answered another time"));
  }

  private void found(Kind kind, Exchange exchange, String words) {
    evidence.found(
        kind,
        exchange.customer(),
        "%s, answered %s: %s".formatted(exchange.message(), exchange.answer(), words));
  }
}
