package org.moderato.strategy.judge;

import java.util.Collection;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.Judging;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.rule.History;
import org.moderato.strategy.rule.Policies;
import org.moderato.strategy.rule.RuleInfo;
import org.moderato.strategy.rule.VerdictBuilder;

/** The compiled rules of a strategy. Safe for many threads. */
public interface Rulebase {

  /**
   * Fires all rules once for one message on one channel at one instant. Findings go to {@link
   * Round#verdict}.
   *
   * @throws StrategyException if a rule fails or does not come to an end; the round is worth
   *     nothing
   */
  void fire(Round round);

  /** All rules; their number bounds the number of firings. */
  Collection<RuleInfo> rules();

  /**
   * What the rules of one round see.
   *
   * @param message the message, on the channel that is judged
   * @param customer the customer
   * @param judging the occasion
   * @param policies gives the matching rows
   * @param history answers questions to the contact history
   * @param verdict takes what rules say; also told before each firing
   */
  record Round(
      Message message,
      Customer customer,
      Judging judging,
      Policies policies,
      History history,
      VerdictBuilder verdict) {}
}
