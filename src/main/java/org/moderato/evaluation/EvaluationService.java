package org.moderato.evaluation;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.moderato.contact.CustomerRef;
import org.moderato.contact.Ledger;
import org.moderato.contact.Locked;
import org.moderato.http.ErrorCode;
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
  private final JsonBodies json;
  private final MeterRegistry metrics;

  EvaluationService(
      ReleaseRegistry releases,
      Ledger ledger,
      Recorder recorder,
      Judgements judgements,
      JsonBodies json,
      MeterRegistry metrics) {
    this.releases = releases;
    this.ledger = ledger;
    this.recorder = recorder;
    this.judgements = judgements;
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
    try (Lease lease = lease()) {
      Judgements.Mode mode = new Judgements.Mode(lease.release(), explainsAll);
      List<CustomerRef> customers =
          questions.stream().map(question -> ref(question, lease.release())).toList();
      List<Evaluated> answers =
          judging(mode, () -> ledger.locked(customers, locked -> all(locked, questions, mode)));
      answers.forEach(this::count);
      return answers;
    }
  }

  private <T> T judging(Judgements.Mode mode, Supplier<T> work) {
    try {
      return work.get();
    } catch (StrategyException e) {
      throw failed(mode.release(), e);
    }
  }

  private List<Evaluated> all(Locked locked, List<Question> questions, Judgements.Mode mode)
      throws SQLException {
    List<Evaluated> answers = new ArrayList<>();
    for (Question question : questions) {
      answers.add(recorder.evaluate(locked, question, mode));
    }
    return answers;
  }

  private static CustomerRef ref(Question question, Release release) {
    return new CustomerRef(question.customerId(), release.levels(question.message()));
  }

  /** Judges and explains one message; takes nothing and records nothing. */
  public Evaluated dryRun(Question question, boolean explainsAll) {
    try (Lease lease = lease()) {
      Judgements.Mode mode = new Judgements.Mode(lease.release(), explainsAll);
      return judging(
          mode,
          () -> ledger.reading(question.customerId(), locked -> dryRun(locked, question, mode)));
    }
  }

  private Evaluated dryRun(Locked locked, Question question, Judgements.Mode mode)
      throws SQLException {
    Judgement judgement =
        judgements.judge(
            locked,
            locked.customers().get(question.customerId()),
            question.message(),
            recorder.dryRunInstant(question, locked.now()),
            mode);
    Verdict verdict = judgement.verdict();
    String release = mode.release().id();
    Answer answer = Answer.of(null, question.message().messageId(), verdict, release);
    return new Evaluated(json.write(answer), release, verdict.outcome(), verdict.channel(), false);
  }

  private Lease lease() {
    return releases
        .acquire()
        .orElseThrow(
            () ->
                new ServiceException(
                    ErrorCode.STRATEGY_NOT_READY, "no strategy could be loaded yet"));
  }

  private void count(Evaluated evaluated) {
    metrics
        .counter(
            "moderato.evaluations",
            "outcome",
            evaluated.outcome().name(),
            "replayed",
            String.valueOf(evaluated.replayed()))
        .increment();
  }

  private ServiceException failed(Release release, StrategyException e) {
    releases.failed(release, String.valueOf(e.getMessage()));
    metrics.counter("moderato.strategy.failures", "kind", e.kind().name()).increment();
    Log.errorf(e, "strategy failed kind=%s", e.kind());
    return new ServiceException(ErrorCode.STRATEGY_FAILED, String.valueOf(e.getMessage()));
  }
}
