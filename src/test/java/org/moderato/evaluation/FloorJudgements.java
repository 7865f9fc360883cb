package org.moderato.evaluation;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.moderato.contact.KnownCustomer;
import org.moderato.contact.Locked;
import org.moderato.contact.store.CustomerReader;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.judge.Verdict;

/**
 * What everything but judging costs: a message with the attribute {@code floor} gets the verdict
 * that the first one with the same value got. All else is done, above all the same SQL.
 */
@Alternative
@Singleton
class FloorJudgements extends Judgements {

  private final CustomerReader customers;
  private final Map<Object, Verdict> verdicts = new ConcurrentHashMap<>();

  FloorJudgements(CustomerReader customers, VocabularyCheck vocabularies, EvaluationConfig config) {
    super(customers, vocabularies, config);
    this.customers = customers;
  }

  @Override
  Judgement judge(
      Locked locked, @Nullable KnownCustomer known, Message message, Instant at, Mode mode)
      throws SQLException {
    Object floor = message.attribute("floor");
    Verdict verdict = floor == null ? null : verdicts.get(floor);
    if (verdict != null) {
      return new Judgement(verdict, view(locked, known, message, at, mode));
    }
    Judgement judged = super.judge(locked, known, message, at, mode);
    if (floor != null) {
      verdicts.put(floor, judged.verdict());
    }
    return judged;
  }

  private CustomerView view(
      Locked locked, KnownCustomer known, Message message, Instant at, Mode mode)
      throws SQLException {
    return customers.view(
        locked.connection(), known, at, mode.release().lookback(), mode.release().levels(message));
  }
}
