package org.moderato.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.moderato.contact.KnownCustomer;
import org.moderato.contact.store.CustomerViews;
import org.moderato.release.Deadline;
import org.moderato.release.Release;
import org.moderato.strategy.LookbackExceededException;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.judge.Judge;

/** Loads what a judgement needs and judges. */
@ApplicationScoped
class Judgements {

  private final VocabularyCheck vocabularies;
  private final EvaluationConfig config;

  Judgements(VocabularyCheck vocabularies, EvaluationConfig config) {
    this.vocabularies = vocabularies;
    this.config = config;
  }

  /**
   * Judges a message; loads more history and judges again if a rule asks for more.
   *
   * @param known null: a customer never heard of
   * @throws org.moderato.http.ServiceException INVALID if it uses words that no vocabulary knows
   *     and these are refused
   */
  Judgement judge(
      CustomerViews views, @Nullable KnownCustomer known, Message message, Instant at, Mode mode)
      throws SQLException {
    vocabularies.check(message, mode.release().strategy());
    while (true) {
      Duration lookback = mode.release().lookback();
      CustomerView view =
          known == null
              ? CustomerView.unknown()
              : views.view(known, at, lookback, mode.release().levels(message));
      try {
        Deadline deadline = new Deadline(config.deadline());
        Judge judge = new Judge(mode.release().strategy(), view, deadline, mode.explainsAll());
        return new Judgement(judge.judge(message, at), view);
      } catch (LookbackExceededException e) {
        if (e.needed().compareTo(lookback) <= 0) {
          throw e;
        }
        mode.release().needsLookback(e.needed());
      }
    }
  }

  /**
   * How to judge.
   *
   * @param release the release, leased by the caller
   * @param explainsAll whether rows that passed are listed too
   */
  record Mode(Release release, boolean explainsAll) {}
}
