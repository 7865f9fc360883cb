package org.moderato.strategy.judge;

import java.util.Collection;
import java.util.stream.Stream;
import org.moderato.strategy.rule.Overrides;
import org.moderato.strategy.rule.Policies;
import org.moderato.strategy.rule.Said;
import org.moderato.strategy.rule.VerdictBuilder;
import org.moderato.strategy.table.PolicyRow;

/** Tells a trace what rows and rules did in one round. */
final class Effects {

  private final Policies policies;
  private final StrategyContactRules contactRules;
  private final VerdictBuilder verdict;

  Effects(Policies policies, StrategyContactRules contactRules, VerdictBuilder verdict) {
    this.policies = policies;
    this.contactRules = contactRules;
    this.verdict = verdict;
  }

  void tell(Trace trace) {
    policies.applied().forEach(trace::applied);
    contactRules.used().forEach(trace::applied);
    Stream.of(
            policies.lookedUp().stream(),
            contactRules.used().stream(),
            verdict.said().stream().flatMap(said -> Stream.ofNullable(said.row())),
            verdict.preferences().stream().flatMap(wish -> Stream.ofNullable(wish.row())),
            verdict.exemptions().stream().filter(this::frees).map(Said.Exemption::row),
            overriding(policies.applied()))
        .flatMap(rows -> rows)
        .forEach(trace::tookEffect);
    verdict.fired().forEach(trace::fired);
  }

  private boolean frees(Said.Exemption exemption) {
    return verdict.said().stream().anyMatch(s -> Exemptions.names(exemption.kinds(), s.kind()));
  }

  private static Stream<PolicyRow> overriding(Collection<PolicyRow> applied) {
    return applied.stream().filter(row -> !Overrides.by(row, applied).isEmpty());
  }
}
