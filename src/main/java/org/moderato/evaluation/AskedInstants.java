package org.moderato.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.moderato.http.ServiceException;

/** Of which instants may be asked. */
@ApplicationScoped
class AskedInstants {

  /** How far from now a slot may be reserved: the clocks of senders differ a little. */
  private static final Duration NEAR = Duration.ofMinutes(5);

  private final EvaluationConfig config;

  AskedInstants(EvaluationConfig config) {
    this.config = config;
  }

  /** The instant to judge; now if the question names none. */
  Instant of(Question question, Instant now) {
    Instant at = within(question, now, config.maxPast());
    if (question.reserveFor() != null && Duration.between(now, at).abs().compareTo(NEAR) > 0) {
      throw ServiceException.invalid(
          "reserveFor", "a slot can only be reserved for now: leave out at, or give about now");
    }
    return at;
  }

  /** The same for a dry run, which may look as far back as ahead. */
  Instant ofDryRun(Question question, Instant now) {
    return within(question, now, config.maxAhead());
  }

  private Instant within(Question question, Instant now, Duration maxPast) {
    Instant at = question.at();
    if (at == null) {
      return now;
    }
    if (at.isBefore(now.minus(maxPast))) {
      throw ServiceException.invalid("at", "lies too far in the past, at most " + maxPast);
    }
    if (at.isAfter(now.plus(config.maxAhead()))) {
      throw ServiceException.invalid("at", "lies too far ahead, at most " + config.maxAhead());
    }
    return at;
  }
}
