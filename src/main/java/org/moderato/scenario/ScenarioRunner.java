package org.moderato.scenario;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.moderato.release.Deadline;
import org.moderato.strategy.Outcome;
import org.moderato.strategy.StrategyException;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.judge.Judge;
import org.moderato.strategy.judge.Strategy;
import org.moderato.strategy.judge.Trace;
import org.moderato.strategy.judge.Verdict;

/** Runs scenarios on the judge, without a database. Safe for many threads if its trace is. */
public final class ScenarioRunner {

  /** Longer than any strategy needs, on any machine. */
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private final Strategy strategy;
  private final Trace trace;

  /**
   * @param trace hears what rows and rules do
   */
  public ScenarioRunner(Strategy strategy, Trace trace) {
    this.strategy = strategy;
    this.trace = trace;
  }

  /** Judges the messages of a scenario one after the other and compares. */
  public ScenarioResult run(Scenario scenario) {
    Past past = new Past(scenario.customer());
    List<StepResult> results = new ArrayList<>();
    try {
      for (Step step : scenario.steps()) {
        past.add(step);
        results.add(run(step, past, scenario.customer().zone()));
      }
      return new ScenarioResult(scenario, results, null);
    } catch (StrategyException e) {
      return new ScenarioResult(scenario, results, String.valueOf(e.getMessage()));
    }
  }

  private StepResult run(Step step, Past past, ZoneId zone) {
    CustomerView view = past.view();
    Verdict verdict =
        new Judge(strategy, view, new Deadline(DEADLINE), true, trace)
            .judge(step.message(), step.at());
    if (verdict.outcome() == Outcome.SEND) {
      past.send(step.message(), verdict.channel(), step.at());
    }
    List<String> mismatches =
        new Comparison(step.expectation(), verdict, new CustomerClock(zone)).mismatches();
    List<String> whyNot =
        mismatches.isEmpty() ? List.of() : new WhyNot(strategy, view, step, verdict).words();
    return new StepResult(step, verdict, mismatches, whyNot);
  }
}
