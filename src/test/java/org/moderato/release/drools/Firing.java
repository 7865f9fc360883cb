package org.moderato.release.drools;

import static org.moderato.TestStrategy.message;
import static org.moderato.TestStrategy.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.moderato.strategy.StrategyException;
import org.moderato.strategy.judge.Finding;
import org.moderato.strategy.judge.Judge;
import org.moderato.strategy.judge.Strategy;
import org.moderato.strategy.rule.Effort;
import org.moderato.strategy.table.Attribute;
import org.moderato.strategy.table.Settings;
import org.moderato.strategy.time.HolidayCalendar;

/** Lets compiled rules judge a message. */
final class Firing {

  private Firing() {}

  /** Fires the rules, whatever comes of it, and closes them. */
  static void once(CompiledRules rules) {
    try {
      findings(rules, "promotion");
    } catch (StrategyException e) {
      // An attack that fails has run all the same; what it did is seen elsewhere.
    } finally {
      rules.close();
    }
  }

  /** What the rules say of a message of a category. */
  static List<Finding> findings(CompiledRules rules, String category) {
    Strategy strategy =
        new Strategy(
            Settings.DEFAULT,
            Map.of(),
            Attribute.BUILT_IN,
            Map.of(),
            HolidayCalendar.none(),
            Duration.ofDays(7),
            rules.rulebase());
    return new Judge(strategy, view(), Effort.unbounded(), false)
            .judge(message("email", category, "marketing"), Instant.parse("2026-11-23T12:00:00Z"))
            .findings()
            .stream()
            .filter(finding -> finding.source() != null)
            .toList();
  }
}
