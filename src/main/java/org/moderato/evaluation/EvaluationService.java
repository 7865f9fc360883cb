package org.moderato.evaluation;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.moderato.contact.CustomerRef;
import org.moderato.contact.Ledger;
import org.moderato.contact.Locked;
import org.moderato.contact.store.CustomerReader;
import org.moderato.evaluation.EvaluationMetrics.Way;
import org.moderato.http.ErrorCode;
import org.moderato.http.Failures;
import org.moderato.http.JsonBodies;
import org.moderato.http.ServiceException;
import org.moderato.release.Lease;
import org.moderato.release.Release;
import org.moderato.release.ReleaseRegistry;
import org.moderato.strategy.StrategyException;
import org.moderato.strategy.judge.Verdict;

/** Answers whether messages may be sent, each with one release and in one transaction. */
@ApplicationScoped
public class EvaluationService {

  private final ReleaseRegistry releases;
  private final Ledger ledger;
  private final Recorder recorder;
  private final Judgements judgements;
  private final CustomerReader customers;
  private final AskedInstants instants;
  private final JsonBodies json;
  private final EvaluationMetrics metrics;

  EvaluationService(
      ReleaseRegistry releases,
      Ledger ledger,
      Recorder recorder,
      Judgements judgements,
      CustomerReader customers,
      AskedInstants instants,
      JsonBodies json,
      EvaluationMetrics metrics) {
    this.releases = releases;
    this.ledger = ledger;
    this.recorder = recorder;
    this.judgements = judgements;
    this.customers = customers;
    this.instants = instants;
    this.json = json;
    this.metrics = metrics;
  }

  /** Judges one message, takes its slot and records the decision. */
  public Evaluated evaluate(Question question, boolean explainsAll) {
    return evaluateAll(List.of(question), explainsAll).get(0);
  }

  /**
   * Judges a group of messages in their order, in one transaction: all are recorded or none.
   *
   * @return the answers in the order of the questions
   */
  public List<Evaluated> evaluateAll(List<Question> questions, boolean explainsAll) {
    Way way = questions.size() == 1 ? Way.SINGLE : Way.GROUP;
    return leased(
        way,
        explainsAll,
        mode -> {
          Release release = mode.release();
          List<CustomerRef> customers = questions.stream().map(q -> ref(q, release)).toList();
          List<Evaluated> answers =
              ledger.locked(customers, locked -> recorder.evaluate(locked, questions, mode));
          answers.forEach(answer -> metrics.count(answer, release));
          return answers;
        });
  }

  private static CustomerRef ref(Question question, Release release) {
    return new CustomerRef(question.customerId(), release.levels(question.message()));
  }

  /** Judges and explains one message; takes nothing and records nothing. */
  public Evaluated dryRun(Question question, boolean explainsAll) {
    return dryRunAll(List.of(question), explainsAll).get(0);
  }

  /** Judges and explains messages, each as if it were alone; takes nothing and records nothing. */
  public List<Evaluated> dryRunAll(List<Question> questions, boolean explainsAll) {
    return leased(
        Way.DRY_RUN,
        explainsAll,
        mode ->
            questions.stream()
                .map(q -> ledger.reading(q.customerId(), locked -> dryRun(locked, q, mode)))
                .toList());
  }

  private Evaluated dryRun(Locked locked, Question question, Judgements.Mode mode)
      throws SQLException {
    Judgement judgement =
        judgements.judge(
            customers.views(locked.connection()),
            locked.customers().get(question.customerId()),
            question.message(),
            instants.ofDryRun(question, locked.now()),
            mode);
    Verdict verdict = judgement.verdict();
    String release = mode.release().id();
    Answer answer = Answer.of(null, question.message().messageId(), verdict, release);
    return new Evaluated(json.write(answer), release, verdict.outcome(), verdict.channel(), false);
  }

  private <T> T leased(Way way, boolean explainsAll, Function<Judgements.Mode, T> work) {
    try (Lease lease = lease()) {
      Judgements.Mode mode = new Judgements.Mode(lease.release(), explainsAll);
      return metrics.timed(way, () -> judging(mode, work));
    }
  }

  private <T> T judging(Judgements.Mode mode, Function<Judgements.Mode, T> work) {
    try {
      return work.apply(mode);
    } catch (StrategyException e) {
      throw failed(mode.release(), e);
    }
  }

  private Lease lease() {
    return releases
        .acquire()
        .orElseThrow(
            () ->
                new ServiceException(
                    ErrorCode.STRATEGY_NOT_READY, "no strategy could be loaded yet"));
  }

  private ServiceException failed(Release release, StrategyException e) {
    releases.failed(release, String.valueOf(e.getMessage()));
    metrics.failed(e);
    // What a rule says when it fails may quote the message or the customer.
    Log.errorf(Failures.withoutWords(e), "strategy failed kind=%s", e.kind());
    Log.tracef(e, "strategy failed kind=%s", e.kind());
    return new ServiceException(ErrorCode.STRATEGY_FAILED, String.valueOf(e.getMessage()));
  }
}
