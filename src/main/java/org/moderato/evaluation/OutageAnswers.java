package org.moderato.evaluation;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.moderato.http.ErrorCode;
import org.moderato.http.JsonBodies;
import org.moderato.http.ServiceException;
import org.moderato.overload.MessageClass;
import org.moderato.overload.OutageConfig;
import org.moderato.release.Release;
import org.moderato.release.ReleaseRegistry;
import org.moderato.strategy.Names;
import org.moderato.strategy.Outcome;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.judge.Finding;
import org.moderato.strategy.judge.Verdict;
import org.moderato.strategy.table.Mode;

/** What is answered while the database cannot be reached: what the settings say, never SEND. */
@ApplicationScoped
class OutageAnswers {

  private static final String KIND = "degraded";
  private static final String REASON =
      "the database cannot be reached: nothing was judged and nothing recorded; ask again then";

  private final OutageConfig config;
  private final ReleaseRegistry releases;
  private final Clock clock;
  private final JsonBodies json;
  private final MeterRegistry metrics;

  OutageAnswers(
      OutageConfig config,
      ReleaseRegistry releases,
      Clock clock,
      JsonBodies json,
      MeterRegistry metrics) {
    this.config = config;
    this.releases = releases;
    this.clock = clock;
    this.json = json;
    this.metrics = metrics;
  }

  /**
   * What a message of a class gets.
   *
   * @throws ServiceException UNAVAILABLE if that is to be refused
   */
  Evaluated answer(Question question, MessageClass messageClass) {
    OutageConfig.Answer answer = declared(messageClass);
    count(messageClass, answer);
    if (answer == OutageConfig.Answer.REFUSE) {
      throw unavailable();
    }
    return defer(question);
  }

  /**
   * What the messages of a group get. A group with several fails if one is to be refused: its lines
   * are answered one by one then.
   */
  List<Evaluated> answers(List<Question> questions, Function<Question, MessageClass> classes) {
    boolean isMixed =
        questions.stream().anyMatch(q -> declared(classes.apply(q)) == OutageConfig.Answer.REFUSE);
    if (isMixed && questions.size() > 1) {
      throw unavailable();
    }
    return questions.stream().map(q -> answer(q, classes.apply(q))).toList();
  }

  /** For dry runs: an explanation that explains nothing is of no use to anybody. */
  Evaluated refuse(MessageClass messageClass) {
    count(messageClass, OutageConfig.Answer.REFUSE);
    throw unavailable();
  }

  /** The same for a group. */
  List<Evaluated> refuseAll(List<Question> questions, Function<Question, MessageClass> classes) {
    if (questions.size() > 1) {
      throw unavailable();
    }
    return questions.stream().map(q -> refuse(classes.apply(q))).toList();
  }

  private OutageConfig.Answer declared(MessageClass messageClass) {
    return switch (messageClass) {
      case VITAL -> config.vital();
      case STANDARD -> config.standard();
      case MARKETING -> config.marketing();
    };
  }

  private static ServiceException unavailable() {
    return new ServiceException(ErrorCode.UNAVAILABLE, "the database cannot be reached");
  }

  private void count(MessageClass messageClass, OutageConfig.Answer answer) {
    metrics
        .counter(
            "moderato.outage.answers",
            "class",
            messageClass.word(),
            "answer",
            Names.word(answer.name()))
        .increment();
  }

  private Evaluated defer(Question question) {
    String release =
        releases
            .current()
            .map(Release::id)
            .orElseThrow(
                () ->
                    new ServiceException(
                        ErrorCode.STRATEGY_NOT_READY, "no strategy could be loaded yet"));
    Message message = question.message();
    String channel = String.valueOf(message.getChannel());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Finding finding = finding(channel, now, now.plus(config.askAgain()));
    Verdict verdict = new Verdict(Outcome.DEFER, channel, finding.until(), List.of(finding));
    byte[] answer = json.write(Answer.of(null, message.messageId(), verdict, release));
    return new Evaluated(answer, release, Outcome.DEFER, channel, false);
  }

  private static Finding finding(String channel, Instant now, Instant until) {
    return new Finding(
        "Moderato",
        KIND,
        Outcome.DEFER,
        until,
        Mode.ENFORCE,
        true,
        channel,
        now,
        REASON,
        null,
        null,
        List.of(),
        null,
        null,
        true);
  }
}
