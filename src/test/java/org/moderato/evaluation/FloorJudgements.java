package org.moderato.evaluation;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.moderato.contact.KnownCustomer;
import org.moderato.contact.store.CustomerViews;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.judge.Verdict;

/**
 * What everything but judging costs: a message with the attribute {@code floor} gets the verdict
 * that the first one with the same value got. All else is done, above all the same SQL.
 */
@Alternative
@Singleton
class FloorJudgements extends Judgements {

  private final Map<Object, Verdict> verdicts = new ConcurrentHashMap<>();

  FloorJudgements(VocabularyCheck vocabularies, EvaluationConfig config) {
    super(vocabularies, config);
  }

  @Override
  Judgement judge(
      CustomerViews views, @Nullable KnownCustomer known, Message message, Instant at, Mode mode)
      throws SQLException {
    Object floor = message.attribute("floor");
    Verdict verdict = floor == null ? null : verdicts.get(floor);
    if (verdict != null) {
      return new Judgement(
          verdict,
          views.view(known, at, mode.release().lookback(), mode.release().levels(message)));
    }
    Judgement judged = super.judge(views, known, message, at, mode);
    if (floor != null) {
      verdicts.put(floor, judged.verdict());
    }
    return judged;
  }
}
