package org.moderato.release.drools;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.definition.KiePackage;
import org.kie.api.definition.rule.Global;
import org.kie.api.definition.rule.Rule;
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
      kiePackage.getRules().forEach(rule -> infos.put(rule, info(rule, byKey)));
    }
  }

  private static RuleInfo info(Rule rule, Map<String, RuleInfo> byKey) {
    RuleInfo known = byKey.get(RuleInfoKeys.key(rule.getPackageName(), rule.getName()));
    return known != null
        ? known
        : new RuleInfo(rule.getName(), null, new Source(rule.getPackageName(), null, 1));
  }

  @Override
  public Collection<RuleInfo> rules() {
    return Collections.unmodifiableCollection(infos.values());
  }

  @Override
  public void fire(Round round) {
    KieSession session = base.newKieSession(configuration, null);
    FiringGuard guard = new FiringGuard(round);
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
    private int firings;
    private @Nullable RuleInfo firing;

    FiringGuard(Round round) {
      this.round = round;
    }

    @Override
    public void beforeMatchFired(BeforeMatchFiredEvent event) {
      RuleInfo info = infos.get(event.getMatch().getRule());
      firing = info;
      firings++;
      if (firings > FIRINGS_PER_RULE * (round.policies().applied().size() + infos.size())) {
        throw new StrategyException(
            StrategyException.Kind.FIRING_LIMIT,
            "rule \"" + event.getMatch().getRule().getName() + "\" fires again and again");
      }
      if (info != null) {
        round.verdict().firing(info);
      }
    }

    /** What is thrown on, for what was caught. */
    RuntimeException explain(Throwable thrown) {
      String where =
          firing == null ? "a rule" : "rule \"" + firing.name() + "\" (" + firing.source() + ")";
      for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
        if (cause instanceof LookbackExceededException lookback) {
          return lookback;
        }
        if (cause instanceof StrategyException known) {
          return known.kind() == StrategyException.Kind.DEADLINE
              ? new StrategyException(known.kind(), known.getMessage() + ", in " + where)
              : known;
        }
      }
      String what = root(thrown).getClass().getSimpleName();
      return new StrategyException(
          StrategyException.Kind.RULE, where + " failed with " + what, thrown);
    }

    private static Throwable root(Throwable thrown) {
      Throwable root = thrown;
      while (root.getCause() != null && root.getCause() != root) {
        root = root.getCause();
      }
      return root;
    }
  }
}
