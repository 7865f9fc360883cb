package org.moderato.strategy.judge;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Outcome;
import org.moderato.strategy.table.Mode;
import org.moderato.strategy.table.Source;

/**
 * What one policy row or rule said.
 *
 * @param policy the table or rule in words, such as {@code Frequency cap}
 * @param kind the policy kind
 * @param outcome what it asks for; SEND for a remark that limits nothing
 * @param until the first instant at which this policy alone lets the message pass; null: unknown or
 *     never
 * @param mode whether it was acted upon
 * @param decisive whether it set the verdict; true for exactly one finding of a verdict
 * @param channel the channel that was judged
 * @param checkedAt the instant that was judged
 * @param reason in words
 * @param source where the row or rule stands; null for the judge's own remarks
 * @param row the row's id; null for a rule
 * @param counted message ids of the contacts that were counted, oldest first
 * @param count how many were counted, or their weight; null if nothing was counted
 * @param limit the limit that they were held against; null if there is none
 * @param provisional whether the time may come earlier or later: nobody knows it yet
 */
public record Finding(
    String policy,
    String kind,
    Outcome outcome,
    @Nullable Instant until,
    Mode mode,
    boolean decisive,
    String channel,
    Instant checkedAt,
    String reason,
    @Nullable Source source,
    @Nullable String row,
    List<String> counted,
    @Nullable Double count,
    @Nullable Double limit,
    boolean provisional) {

  public Finding {
    counted = List.copyOf(counted);
  }

  /** Whether it limits the message and is acted upon. */
  public boolean acts() {
    return mode == Mode.ENFORCE && outcome != Outcome.SEND;
  }

  /** Whether it waits for something of which nobody knows when it happens. */
  boolean isOpenEnded() {
    return provisional && count == null;
  }

  /** Whether the same row or rule said both. */
  boolean hasSameOrigin(Finding other) {
    return Objects.equals(source, other.source) && kind.equals(other.kind);
  }

  Finding asDecisive() {
    return withDecisive(true);
  }

  Finding asUndecided() {
    return decisive ? withDecisive(false) : this;
  }

  private Finding withDecisive(boolean decides) {
    return new Finding(
        policy,
        kind,
        outcome,
        until,
        mode,
        decides,
        channel,
        checkedAt,
        reason,
        source,
        row,
        counted,
        count,
        limit,
        provisional);
  }
}
