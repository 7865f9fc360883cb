package org.moderato.release;

import io.quarkus.logging.Log;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.moderato.strategy.StrategyException;
import org.moderato.strategy.fact.Attributes;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.fact.Labels;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.judge.Judge;
import org.moderato.strategy.judge.Strategy;

/**
 * Judges a message of each category before a strategy is in force. The first judgement loads the
 * classes of all rules, which can take longer than a request may.
 */
final class Rehearsal {

  /** Only to get out of a rule that never ends. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private Rehearsal() {}

  /** Never throws for what the strategy does: requests will tell. */
  static void of(Strategy strategy, Clock clock) {
    Instant now = clock.instant();
    Judge judge =
        new Judge(strategy, CustomerView.unknown(), () -> check(clock, now.plus(LIMIT)), false);
    String channel = words(strategy, "channel").iterator().next();
    try {
      words(strategy, "category").forEach(category -> judge.judge(message(channel, category), now));
    } catch (StrategyException e) {
      Log.warnf("strategy failed in its rehearsal kind=%s: %s", e.kind(), e.getMessage());
    }
  }

  private static void check(Clock clock, Instant end) {
    if (clock.instant().isAfter(end)) {
      throw new StrategyException(StrategyException.Kind.DEADLINE, "the rehearsal never ended");
    }
  }

  private static Set<String> words(Strategy strategy, String vocabulary) {
    Set<String> words = strategy.vocabularies().getOrDefault(vocabulary, Set.of());
    return words.isEmpty() ? Set.of("any") : words;
  }

  private static Message message(String channel, String category) {
    Labels labels =
        new Labels(channel, category, null, null, null, null, null, null, null, Attributes.NONE);
    return new Message("rehearsal", labels, List.of(), null, null);
  }
}
