package org.moderato.release.drools;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.core.common.InternalAgenda;
import org.drools.modelcompiler.constraints.ConstraintEvaluationException;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.definition.KiePackage;
import org.kie.api.definition.rule.Global;
import org.kie.api.definition.rule.Rule;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.ClockTypeOption;
import org.kie.api.time.SessionPseudoClock;
import org.moderato.strategy.LookbackExceededException;
import org.moderato.strategy.StrategyException;
import org.moderato.strategy.judge.Rulebase;
import org.moderato.strategy.rule.RuleInfo;
import org.moderato.strategy.table.Source;

/** Fires compiled rules: a session of its own for each round, never shared between threads. */
final class DroolsRulebase implements Rulebase {

  /**
   * How often a rule or a matching row may fire, on average, before rules count as running away.
   */
  private static final int FIRINGS_PER_RULE = 10;

  private static final Pattern RULE_OF_CONSTRAINT = Pattern.compile("Rule \"([^\"]+)\"");

  private final KieBase base;
  private final KieSessionConfiguration configuration;
  private final Set<String> globals;
  private final Map<Rule, RuleInfo> infos = new IdentityHashMap<>();

  DroolsRulebase(KieBase base, Map<String, RuleInfo> byKey) {
    this.base = base;
    this.configuration = KieServices.Factory.get().newKieSessionConfiguration();
    // ThreadSafeOption stays YES: with NO, consequences share their arguments between sessions.
    configuration.setOption(ClockTypeOption.PSEUDO);
    this.globals = new HashSet<>();
    for (KiePackage kiePackage : base.getKiePackages()) {
      kiePackage.getGlobalVariables().stream().map(Global::getName).forEach(globals::add);
      for (Rule rule : kiePackage.getRules()) {
        RuleInfo known = byKey.get(RuleInfoKeys.key(rule.getPackageName(), rule.getName()));
        infos.put(rule, known == null ? unknown(rule) : known);
      }
    }
  }

  private static RuleInfo unknown(Rule rule) {
    return new RuleInfo(rule.getName(), null, new Source(rule.getPackageName(), null, 1), true);
  }

  private RuleInfo info(Rule rule) {
    RuleInfo info = infos.get(rule);
    return info == null ? unknown(rule) : info;
  }

  @Override
  public Collection<RuleInfo> rules() {
    return Collections.unmodifiableCollection(infos.values());
  }

  @Override
  public void fire(Round round) {
    KieSession session = base.newKieSession(configuration, null);
    FiringGuard guard = new FiringGuard(round, session);
    try {
      setClock(session, round);
      setGlobals(session, round);
      session.addEventListener(guard);
      session.insert(round.message());
      session.insert(round.customer());
      session.insert(round.judging());
      session.fireAllRules();
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      throw guard.explain(e);
    } finally {
      session.dispose();
    }
  }

  private static void setClock(KieSession session, Round round) {
    SessionPseudoClock clock = session.getSessionClock();
    long millis = round.judging().at().toEpochMilli() - clock.getCurrentTime();
    clock.advanceTime(millis, TimeUnit.MILLISECONDS);
  }

  private void setGlobals(KieSession session, Round round) {
    Map<String, Object> values =
        Map.of(
            "policies", round.policies(),
            "history", round.history(),
            "verdict", round.verdict());
    values.forEach(
        (name, value) -> {
          if (globals.contains(name)) {
            session.setGlobal(name, value);
          }
        });
  }

  /** Tells the verdict which rule speaks, and stops rules that run away. */
  private final class FiringGuard extends DefaultAgendaEventListener {

    private final Round round;
    private final KieSession session;
    private int firings;
    private @Nullable RuleInfo firing;

    FiringGuard(Round round, KieSession session) {
      this.round = round;
      this.session = session;
    }

    @Override
    public void beforeMatchFired(BeforeMatchFiredEvent event) {
      RuleInfo info = info(event.getMatch().getRule());
      firing = info;
      firings++;
      if (firings > FIRINGS_PER_RULE * (round.policies().applied().size() + infos.size())) {
        throw new StrategyException(StrategyException.Kind.FIRING_LIMIT, "fires again and again");
      }
      round.verdict().firing(info);
    }

    @Override
    public void afterMatchFired(AfterMatchFiredEvent event) {
      firing = null;
    }

    /** What is thrown on, for what was caught. */
    RuntimeException explain(Throwable thrown) {
      Throwable root = thrown;
      for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
        if (cause instanceof LookbackExceededException lookback) {
          return lookback;
        }
        if (cause instanceof StrategyException failure) {
          return new StrategyException(
              failure.kind(), culprit(thrown) + ": " + failure.getMessage(), thrown);
        }
        root = cause;
      }
      String what = " failed with " + root.getClass().getSimpleName();
      return new StrategyException(StrategyException.Kind.RULE, culprit(thrown) + what, thrown);
    }

    /** The rule that fires or, if none does, the one whose conditions are looked at. */
    private String culprit(Throwable thrown) {
      RuleInfo info = firing;
      if (info == null) {
        info = ofConstraint(thrown).or(this::evaluated).orElse(null);
      }
      return info == null ? "a rule" : "rule \"" + info.name() + "\" (" + info.source() + ")";
    }

    /** Conditions on a single fact are checked before any rule's turn; their failure names it. */
    private Optional<RuleInfo> ofConstraint(Throwable thrown) {
      for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
        Matcher named = RULE_OF_CONSTRAINT.matcher(String.valueOf(cause.getMessage()));
        if (cause instanceof ConstraintEvaluationException && named.find()) {
          String name = named.group(1);
          return infos.values().stream().filter(info -> info.name().equals(name)).findFirst();
        }
      }
      return Optional.empty();
    }

    private Optional<RuleInfo> evaluated() {
      return session.getAgenda() instanceof InternalAgenda agenda
          ? Optional.ofNullable(agenda.peekNextRule()).map(item -> info(item.getRule()))
          : Optional.empty();
    }
  }
}
