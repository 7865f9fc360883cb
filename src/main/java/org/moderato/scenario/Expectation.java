package org.moderato.scenario;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Outcome;

/**
 * What a verdict ought to be; what is null or empty may be anything.
 *
 * @param outcome SEND, DEFER or SUPPRESS
 * @param until for DEFER the earliest allowed time; for SUPPRESS when its row would let it pass
 * @param channel on which channel
 * @param finding what decides; for SEND what one of those that spoke said
 * @param alsoFindings policies or rows that have something to say, whatever decides
 * @param noFindings policies or rows that have nothing to say
 */
public record Expectation(
    @Nullable Outcome outcome,
    @Nullable Instant until,
    @Nullable String channel,
    ExpectedFinding finding,
    List<String> alsoFindings,
    List<String> noFindings) {

  public Expectation {
    alsoFindings = List.copyOf(alsoFindings);
    noFindings = List.copyOf(noFindings);
  }

  /** Whether anything may come. */
  public boolean isEmpty() {
    return outcome == null
        && until == null
        && channel == null
        && finding.isEmpty()
        && alsoFindings.isEmpty()
        && noFindings.isEmpty();
  }
}
