package org.moderato.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.moderato.overload.Admission;
import org.moderato.overload.MessageClass;
import org.moderato.overload.MessageClasses;
import org.moderato.overload.Work;

/**
 * Evaluations as they are asked for: admitted or refused by the class of the message, and answered
 * without a verdict when the database is gone.
 */
@ApplicationScoped
public class AdmittedEvaluations {

  private final Admission admission;
  private final MessageClasses classes;
  private final EvaluationService evaluations;
  private final OutageAnswers outage;

  AdmittedEvaluations(
      Admission admission,
      MessageClasses classes,
      EvaluationService evaluations,
      OutageAnswers outage) {
    this.admission = admission;
    this.classes = classes;
    this.evaluations = evaluations;
    this.outage = outage;
  }

  /** Judges one message, takes its slot and records the decision; returns at once. */
  public CompletionStage<Evaluated> evaluate(Question question, boolean explainsAll) {
    MessageClass messageClass = classOf(question);
    return admission.admit(
        new Work<>(
            messageClass,
            question.customerId(),
            1,
            () -> evaluations.evaluate(question, explainsAll),
            () -> outage.answer(question, messageClass)));
  }

  /** Judges and explains one message; takes nothing and records nothing; returns at once. */
  public CompletionStage<Evaluated> dryRun(Question question, boolean explainsAll) {
    return admission.admit(
        new Work<>(
            classOf(question),
            null,
            1,
            () -> evaluations.dryRun(question, explainsAll),
            () -> outage.refuse(classOf(question))));
  }

  private MessageClass classOf(Question question) {
    return classes.of(String.valueOf(question.message().getCategory()));
  }

  /** Judges a group of messages in one transaction, and waits for it. */
  public List<Evaluated> evaluateAll(List<Question> questions, boolean explainsAll) {
    return now(
        questions,
        () -> evaluations.evaluateAll(questions, explainsAll),
        () -> outage.answers(questions, this::classOf));
  }

  /** Judges and explains messages, each as if it were alone, and waits for it. */
  public List<Evaluated> dryRunAll(List<Question> questions, boolean explainsAll) {
    return now(
        questions,
        () -> evaluations.dryRunAll(questions, explainsAll),
        () -> outage.refuseAll(questions, this::classOf));
  }

  private List<Evaluated> now(
      List<Question> questions,
      Supplier<List<Evaluated>> task,
      Supplier<List<Evaluated>> withoutDatabase) {
    MessageClass highest =
        questions.stream().map(this::classOf).min(Comparator.naturalOrder()).orElseThrow();
    @Nullable String nobody = null;
    return admission.now(new Work<>(highest, nobody, questions.size(), task, withoutDatabase));
  }
}
