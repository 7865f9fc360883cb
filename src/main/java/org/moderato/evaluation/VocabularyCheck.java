package org.moderato.evaluation;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.moderato.http.ErrorCode;
import org.moderato.http.FieldError;
import org.moderato.http.ServiceException;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.judge.Strategy;
import org.moderato.strategy.judge.UnknownWord;
import org.moderato.strategy.table.Attribute;
import org.moderato.words.Suggestions;

/** Counts words of messages that no vocabulary knows, and refuses them where that is wished. */
@ApplicationScoped
class VocabularyCheck {

  private static final String CHANNEL = "channel";

  private final VocabularyConfig config;
  private final MeterRegistry metrics;

  VocabularyCheck(VocabularyConfig config, MeterRegistry metrics) {
    this.config = config;
    this.metrics = metrics;
  }

  /**
   * @throws ServiceException INVALID with each unknown word, if these are refused
   */
  void check(Message message, Strategy strategy) {
    List<FieldError> errors = new ArrayList<>();
    strategy.unknownWords(message.labels()).forEach(word -> errors.add(error(path(word), word)));
    for (int i = 0; i < message.alternatives().size(); i++) {
      String path = "alternatives[" + i + "]";
      strategy.unknownWords(message.labels().onChannel(message.alternatives().get(i))).stream()
          .filter(word -> word.attribute().equals(CHANNEL))
          .forEach(word -> errors.add(error(path, word)));
    }
    if (config.strict() && !errors.isEmpty()) {
      String fields =
          errors.stream()
              .map(error -> error.field() + ": " + error.message())
              .collect(Collectors.joining("; "));
      throw new ServiceException(ErrorCode.INVALID, fields, errors);
    }
  }

  private FieldError error(String path, UnknownWord unknown) {
    metrics.counter("moderato.vocabulary.unknown", "attribute", unknown.attribute()).increment();
    String message =
        "is not in the vocabulary of the strategy"
            + Suggestions.didYouMean(unknown.word(), unknown.known());
    return new FieldError(path, message);
  }

  private static String path(UnknownWord unknown) {
    return Attribute.BUILT_IN.containsKey(unknown.attribute())
        ? unknown.attribute()
        : "attributes." + unknown.attribute();
  }
}
