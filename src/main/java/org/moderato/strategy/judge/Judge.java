package org.moderato.strategy.judge;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.moderato.strategy.Names;
import org.moderato.strategy.Outcome;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.fact.Judging;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.judge.ChannelJudge.ChannelVerdict;
import org.moderato.strategy.rule.Effort;
import org.moderato.strategy.table.Settings;

/**
 * The pure, deterministic function at the heart: strategy, message, customer view and instant in,
 * verdict out. It knows no clock and no database; everything else is built around it.
 */
public final class Judge {

  private final Strategy strategy;
  private final CustomerView view;
  private final Effort effort;
  private final boolean explainsAll;
  private final Trace trace;

  /**
   * @param effort bounds the work
   * @param explainsAll whether rows that applied and passed are listed too
   */
  public Judge(Strategy strategy, CustomerView view, Effort effort, boolean explainsAll) {
    this(strategy, view, effort, explainsAll, Trace.NONE);
  }

  /**
   * @param effort bounds the work
   * @param explainsAll whether rows that applied and passed are listed too
   * @param trace hears what rows and rules do
   */
  public Judge(
      Strategy strategy, CustomerView view, Effort effort, boolean explainsAll, Trace trace) {
    this.strategy = strategy;
    Settings usual = strategy.settings();
    this.view = view.of(view.customer().orElse(usual.country(), usual.language()));
    this.effort = effort;
    this.explainsAll = explainsAll;
    this.trace = trace;
  }

  /**
   * Judges a message.
   *
   * @param at the instant at which the sender wants to send, cut to microseconds
   * @throws org.moderato.strategy.StrategyException if the strategy fails
   * @throws org.moderato.strategy.LookbackExceededException if the view holds too little history
   */
  public Verdict judge(Message message, Instant at) {
    List<Finding> findings = new ArrayList<>(unknownValues(message, at));
    RoundJudge rounds = new RoundJudge(strategy, view, effort, trace);
    ChannelVerdict asked = judgeChannel(rounds, message, at);
    List<Verdict> verdicts = new ArrayList<>();
    for (String channel : channels(message, asked.preferences())) {
      boolean isAsked = channel.equals(message.getChannel());
      Verdict verdict =
          isAsked
              ? asked.verdict()
              : judgeChannel(rounds, message.onChannel(channel), at).verdict();
      verdicts.add(verdict);
      if (verdict.outcome() == Outcome.SEND) {
        break;
      }
    }
    if (!verdicts.contains(asked.verdict())) {
      verdicts.add(asked.verdict());
    }
    Verdict chosen = choose(verdicts, asked.verdict());
    verdicts.forEach(v -> findings.addAll(v == chosen ? v.findings() : undecided(v)));
    return new Verdict(chosen.outcome(), chosen.channel(), chosen.at(), findings);
  }

  private ChannelVerdict judgeChannel(RoundJudge rounds, Message message, Instant at) {
    strategy.zoneRow(message.labels(), view.customer(), at).ifPresent(trace::tookEffect);
    ZoneId zone = strategy.zoneOf(message.labels(), view.customer(), at);
    Judging asked = new Judging(at, at, zone, message.getChannel());
    return new ChannelJudge(strategy, rounds, message, asked, explainsAll).judge();
  }

  /** The first that may be sent now; else the first that may be sent later; else the asked one. */
  private static Verdict choose(List<Verdict> verdicts, Verdict asked) {
    return first(verdicts, Outcome.SEND).or(() -> first(verdicts, Outcome.DEFER)).orElse(asked);
  }

  private static Optional<Verdict> first(List<Verdict> verdicts, Outcome outcome) {
    return verdicts.stream().filter(v -> v.outcome() == outcome).findFirst();
  }

  private static List<Finding> undecided(Verdict verdict) {
    return verdict.findings().stream().map(Finding::asUndecided).toList();
  }

  /** The asked channel and the alternatives, each once, those that are preferred first. */
  private static Collection<String> channels(Message message, List<String> preferences) {
    Map<String, String> offered = new LinkedHashMap<>();
    offered.put(Names.word(message.getChannel()), message.getChannel());
    message.alternatives().forEach(channel -> offered.putIfAbsent(Names.word(channel), channel));
    Set<String> words = new LinkedHashSet<>();
    preferences.stream().map(Names::word).filter(offered::containsKey).forEach(words::add);
    words.addAll(offered.keySet());
    return words.stream().map(offered::get).toList();
  }

  private List<Finding> unknownValues(Message message, Instant at) {
    return strategy.unknownWords(message.labels()).stream()
        .map(word -> Remarks.unknownValue(word, message.getChannel(), at))
        .toList();
  }
}
