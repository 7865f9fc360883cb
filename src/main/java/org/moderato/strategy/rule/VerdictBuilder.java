package org.moderato.strategy.rule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Outcome;
import org.moderato.strategy.StrategyException;
import org.moderato.strategy.fact.Judging;
import org.moderato.strategy.table.LimitingRow;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.Waiting;
import org.moderato.strategy.time.Span;

/**
 * What rules say about a message; the global {@code verdict} of the rules. The order in which they
 * speak does not matter.
 */
public final class VerdictBuilder {

  private static final Span A_DAY = Span.of(Duration.ofDays(1));

  private final Judging judging;
  private final ZoneId strategyZone;
  private final Effort effort;
  private final List<Said> said = new ArrayList<>();
  private final List<Said.Exemption> exemptions = new ArrayList<>();
  private final List<Said.Preference> preferences = new ArrayList<>();
  private final Set<RuleInfo> fired = new LinkedHashSet<>();
  private @Nullable RuleInfo rule;

  /**
   * @param strategyZone the zone of the days through which rows are in force
   */
  public VerdictBuilder(Judging judging, ZoneId strategyZone, Effort effort) {
    this.judging = judging;
    this.strategyZone = strategyZone;
    this.effort = effort;
  }

  /** The message waits until the row's limit lets it pass, or as its row says. */
  public void wait(LimitingRow row, Counted counted) {
    wait(row, counted, Reasons.counts(row, counted));
  }

  /** The same, in the rule's own words. */
  public void wait(LimitingRow row, Counted counted, String reason) {
    Instant free = counted.freeAt().orElse(null);
    hold(row, row.getWhenReached(), free, reason, counted, counted.isProvisional());
  }

  /**
   * The message waits until an instant, or as its row says.
   *
   * @param until null: nobody knows; the sender is told to ask again. {@link Instant#MAX}: never.
   *     An instant that has passed holds nothing back
   */
  public void wait(LimitingRow row, @Nullable Instant until, String reason) {
    wait(row, row.getWhenReached(), until, reason);
  }

  /** The same, but as the given cell says instead of {@code When reached}. */
  public void wait(LimitingRow row, Waiting waiting, @Nullable Instant until, String reason) {
    if (until == null) {
      askAgain(row, waiting, reason);
    } else if (until.isAfter(judging.at())) {
      hold(row, waiting, until.equals(Instant.MAX) ? null : until, reason, null, false);
    }
  }

  /** The message waits for something of which nobody knows when it happens. */
  public void askAgain(LimitingRow row, String reason) {
    askAgain(row, row.getWhenReached(), reason);
  }

  private void askAgain(LimitingRow row, Waiting waiting, String reason) {
    boolean suppresses = waiting.way() == Waiting.Way.SUPPRESS;
    hold(row, waiting, suppresses ? null : later(again(row, waiting)), reason, null, true);
  }

  private static Span again(LimitingRow row, Waiting waiting) {
    if (waiting.span() != null) {
      return waiting.span();
    }
    return row.getAskAgainAfter() == null ? A_DAY : row.getAskAgainAfter();
  }

  /**
   * The message waits until an instant; for rules without rows.
   *
   * @param until null: nobody knows; the sender is told to ask again in a day. {@link Instant#MAX}:
   *     never. An instant that has passed holds nothing back
   */
  public void wait(@Nullable Instant until, String reason) {
    if (until == null) {
      add(null, Outcome.DEFER, later(A_DAY), reason, null, true);
    } else if (until.equals(Instant.MAX)) {
      suppress(reason);
    } else if (until.isAfter(judging.at())) {
      add(null, Outcome.DEFER, until, reason, null, false);
    }
  }

  /** The message is not to be sent. */
  public void suppress(PolicyRow row, String reason) {
    suppress(row, (Instant) null, reason);
  }

  /** The message is not to be sent, since these contacts stand against it. */
  public void suppress(PolicyRow row, Counted counted, String reason) {
    Instant free = counted.freeAt().filter(judging.at()::isBefore).orElse(null);
    add(row, Outcome.SUPPRESS, inForce(row, free), Reasons.with(row, reason), counted, false);
  }

  /**
   * The message is not to be sent.
   *
   * @param until from when on a new one would be allowed; null: nobody knows
   */
  public void suppress(PolicyRow row, @Nullable Instant until, String reason) {
    add(row, Outcome.SUPPRESS, inForce(row, until), Reasons.with(row, reason), null, false);
  }

  /** The message is not to be sent; for rules without rows. */
  public void suppress(String reason) {
    suppress((Instant) null, reason);
  }

  /**
   * The message is not to be sent; for rules without rows.
   *
   * @param until from when on a new one would be allowed; null: nobody knows
   */
  public void suppress(@Nullable Instant until, String reason) {
    add(null, Outcome.SUPPRESS, until, reason, null, false);
  }

  /**
   * The message need not obey some kinds of policies.
   *
   * @param kinds policy kinds, such as {@code frequency cap}; {@code everything}: all of them
   */
  public void exempt(PolicyRow row, List<String> kinds) {
    effort.check();
    exemptions.add(new Said.Exemption(row, kinds));
  }

  /**
   * The channels to try first, in this order; others follow in the sender's order.
   *
   * @param channels separated by commas
   */
  public void prefer(String channels) {
    effort.check();
    preferences.add(new Said.Preference(currentRule(), null, split(channels)));
  }

  /** The same for a row. */
  public void prefer(PolicyRow row, List<String> channels) {
    effort.check();
    preferences.add(new Said.Preference(currentRule(), row, channels));
  }

  private static List<String> split(String channels) {
    return Stream.of(channels.split(",")).map(String::strip).filter(c -> !c.isEmpty()).toList();
  }

  /**
   * @param until null: it never passes, or nobody knows when
   */
  private void hold(
      LimitingRow row,
      Waiting waiting,
      @Nullable Instant until,
      String facts,
      @Nullable Counted counted,
      boolean unsure) {
    String reason = Reasons.with(row, facts);
    Instant end = inForce(row, until == null ? null : atLeast(waiting.span(), until));
    if (end == null || waiting.way() == Waiting.Way.SUPPRESS) {
      add(row, Outcome.SUPPRESS, end, reason, counted, unsure);
      return;
    }
    Span longest = row.getWaitAtMost();
    if (longest != null && end.isAfter(longest.after(judging.askedAt(), judging.zone()))) {
      String tooLong = reason + "; that is longer than the " + longest + " that it may wait";
      add(row, Outcome.SUPPRESS, null, tooLong, counted, unsure);
      return;
    }
    add(row, Outcome.DEFER, end, reason, counted, unsure);
  }

  /** A fixed wait that is too short lasts until the limit lets the message pass. */
  private Instant atLeast(@Nullable Span fixed, Instant until) {
    return fixed == null || later(fixed).isBefore(until) ? until : later(fixed);
  }

  private Instant later(Span span) {
    return span.after(judging.at(), judging.zone());
  }

  /** A row that goes out of force before lets the message pass from then on. */
  private @Nullable Instant inForce(PolicyRow row, @Nullable Instant until) {
    LocalDate last = row.getHead().validTo();
    if (last == null) {
      return until;
    }
    Instant outOfForce = last.plusDays(1).atStartOfDay(strategyZone).toInstant();
    return until == null || outOfForce.isBefore(until) ? outOfForce : until;
  }

  private void add(
      @Nullable PolicyRow row,
      Outcome outcome,
      @Nullable Instant until,
      String reason,
      @Nullable Counted counted,
      boolean provisional) {
    effort.check();
    if (until != null && !until.isAfter(judging.at())) {
      throw new StrategyException(
          StrategyException.Kind.RULE, "waits until a time that is not later");
    }
    said.add(new Said(currentRule(), row, outcome, until, reason, counted, provisional));
  }

  /** Called by the engine before a rule speaks. */
  public void firing(RuleInfo firing) {
    effort.check();
    rule = firing;
    fired.add(firing);
  }

  private RuleInfo currentRule() {
    if (rule == null) {
      throw new IllegalStateException("no rule is firing");
    }
    return rule;
  }

  /** The rules that fired so far. */
  public Set<RuleInfo> fired() {
    return fired;
  }

  public List<Said> said() {
    return said;
  }

  public List<Said.Exemption> exemptions() {
    return exemptions;
  }

  public List<Said.Preference> preferences() {
    return preferences;
  }
}
