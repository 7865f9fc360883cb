package org.moderato.strategy.judge;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Outcome;

/**
 * The answer to a message.
 *
 * @param outcome what to do
 * @param channel on which channel
 * @param at for SEND the instant that was asked for, for DEFER the earliest allowed one; null for
 *     SUPPRESS
 * @param findings what every policy said, exactly one of them decisive
 */
public record Verdict(
    Outcome outcome, String channel, @Nullable Instant at, List<Finding> findings) {

  public Verdict {
    findings = List.copyOf(findings);
  }

  /** The finding that set the verdict. */
  public Finding decisive() {
    return findings.stream().filter(Finding::decisive).findFirst().orElseThrow();
  }
}
