package org.moderato.overload;

import java.time.Duration;

/** Settings that tests can wait for. */
record TestOutage(Duration silence, Duration answerWithin, Duration memory)
    implements OutageConfig {

  static TestOutage patient() {
    return new TestOutage(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1));
  }

  @Override
  public Answer marketing() {
    return Answer.DEFER;
  }

  @Override
  public Answer standard() {
    return Answer.REFUSE;
  }

  @Override
  public Answer vital() {
    return Answer.REFUSE;
  }

  @Override
  public Duration askAgain() {
    return Duration.ofMinutes(5);
  }
}
