package org.moderato.strategy.judge;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Outcome;
import org.moderato.strategy.fact.Judging;
import org.moderato.strategy.fact.Message;

/**
 * Judges one channel: at the asked instant, and then again at each instant at which all policies
 * that acted would pass, until none acts.
 */
final class ChannelJudge {

  /** More rounds than any real strategy needs; beyond, no time is promised. */
  private static final int MAX_ROUNDS = 64;

  private final Strategy strategy;
  private final RoundJudge rounds;
  private final Message message;
  private final Instant askedAt;
  private final ZoneId zone;
  private final boolean explainsAll;

  private final List<Finding> findings = new ArrayList<>();

  ChannelJudge(
      Strategy strategy, RoundJudge rounds, Message message, Judging asked, boolean explainsAll) {
    this.strategy = strategy;
    this.rounds = rounds;
    this.message = message;
    this.askedAt = asked.askedAt();
    this.zone = asked.zone();
    this.explainsAll = explainsAll;
  }

  /**
   * The verdict on one channel.
   *
   * @param preferences the channels that the first round wished to be tried first
   */
  record ChannelVerdict(Verdict verdict, List<String> preferences) {}

  ChannelVerdict judge() {
    RoundJudge.RoundResult first = round(askedAt);
    findings.addAll(first.findings());
    if (explainsAll) {
      findings.addAll(first.passed());
    }
    return new ChannelVerdict(verdict(first), first.preferences());
  }

  private RoundJudge.RoundResult round(Instant at) {
    return rounds.judge(message, new Judging(at, askedAt, zone, message.getChannel()));
  }

  private Verdict verdict(RoundJudge.RoundResult first) {
    List<Finding> acting = first.acting();
    if (acting.isEmpty()) {
      return nothingActs(first);
    }
    Optional<Finding> suppress = suppressing(acting, finding -> true);
    if (suppress.isPresent()) {
      return decided(Outcome.SUPPRESS, null, suppress.get());
    }
    return search(acting);
  }

  private Verdict nothingActs(RoundJudge.RoundResult first) {
    if (expires(askedAt)) {
      return expired(askedAt);
    }
    if (first.anyRowApplied()) {
      return remark(Outcome.SEND, askedAt, Remarks.passed(first, message.getChannel(), askedAt));
    }
    return unspokenOf(askedAt);
  }

  private Verdict unspokenOf(Instant at) {
    Outcome outcome = strategy.settings().noPolicyOutcome();
    Finding remark = Remarks.noPolicy(outcome, message.getChannel(), at);
    return remark(outcome, outcome == Outcome.SEND ? at : null, remark);
  }

  /** Looks for the first instant at which nothing acts any more. */
  private Verdict search(List<Finding> firstActing) {
    Finding latest = latest(firstActing);
    Instant at = askedAt;
    Instant horizon = askedAt.plus(strategy.settings().waitHorizon());
    for (int round = 1; round < MAX_ROUNDS; round++) {
      at = next(at, until(latest), round);
      if (at.isAfter(horizon)) {
        return noTime();
      }
      RoundJudge.RoundResult result = round(at);
      List<Finding> acting = stillActing(result).stream().map(this::listed).toList();
      if (acting.isEmpty()) {
        return found(at, latest, result);
      }
      Optional<Finding> forEver = suppressing(acting, finding -> finding.until() == null);
      boolean isMoved = at.equals(until(latest));
      latest = forEver.orElseGet(() -> latest(acting));
      list(isMoved ? acting : List.of(latest));
      if (forEver.isPresent()) {
        return decided(Outcome.SUPPRESS, null, latest);
      }
    }
    return noTime();
  }

  /**
   * The next instant to judge: the time so far, or before it the one at which a row changes that
   * may free the message of others. Many such changes must not use up all rounds.
   */
  private Instant next(Instant at, Instant until, int round) {
    return round < MAX_ROUNDS / 2
        ? strategy.nextRelief(at).filter(until::isAfter).orElse(until)
        : until;
  }

  private Verdict found(Instant at, Finding latest, RoundJudge.RoundResult result) {
    if (expires(at)) {
      return expired(at);
    }
    if (!result.anyRowApplied() && strategy.settings().noPolicyOutcome() != Outcome.SEND) {
      return unspokenOf(at);
    }
    if (at.isBefore(until(latest))) {
      // What has freed the message shows in how the same policy is reported now.
      list(result.findings().stream().filter(latest::hasSameOrigin).toList());
    }
    return decided(Outcome.DEFER, at, latest);
  }

  /** The same finding of an earlier round, if there is one. */
  private Finding listed(Finding finding) {
    return findings.stream()
        .filter(known -> known.acts() && known.hasSameOrigin(finding))
        .filter(known -> Objects.equals(known.until(), finding.until()))
        .findFirst()
        .orElse(finding);
  }

  private void list(List<Finding> more) {
    more.stream().filter(finding -> !findings.contains(finding)).forEach(findings::add);
  }

  /** An open end is waited for once: the sender asks again then, and it is judged afresh. */
  private List<Finding> stillActing(RoundJudge.RoundResult round) {
    return round.acting().stream()
        .filter(
            acting ->
                !acting.isOpenEnded()
                    || findings.stream()
                        .noneMatch(f -> f.isOpenEnded() && f.acts() && f.hasSameOrigin(acting)))
        .toList();
  }

  private Verdict noTime() {
    return remark(Outcome.SUPPRESS, null, Remarks.noAllowedTime(message.getChannel(), askedAt));
  }

  private boolean expires(Instant at) {
    return message.expiresAt() != null && at.isAfter(message.expiresAt());
  }

  private Verdict expired(Instant at) {
    return remark(Outcome.SUPPRESS, null, Remarks.expiresBefore(at, message.getChannel(), askedAt));
  }

  private static Optional<Finding> suppressing(List<Finding> acting, Predicate<Finding> which) {
    return acting.stream().filter(f -> f.outcome() == Outcome.SUPPRESS).filter(which).findFirst();
  }

  /** The finding that waits longest; of two that wait equally long the first in order. */
  private static Finding latest(List<Finding> acting) {
    return acting.stream()
        .reduce((one, other) -> until(other).isAfter(until(one)) ? other : one)
        .orElseThrow();
  }

  private static Instant until(Finding finding) {
    return Objects.requireNonNull(finding.until(), "a finding that waits has an end");
  }

  private Verdict remark(Outcome outcome, @Nullable Instant at, Finding remark) {
    findings.add(remark);
    return decided(outcome, at, remark);
  }

  private Verdict decided(Outcome outcome, @Nullable Instant at, Finding decisive) {
    List<Finding> all = findings.stream().map(f -> f == decisive ? f.asDecisive() : f).toList();
    return new Verdict(outcome, message.getChannel(), at, all);
  }
}
