package org.moderato.release.drools;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.moderato.release.Problem;
import org.moderato.strategy.rule.RuleInfo;
import org.moderato.strategy.table.TableType;

/**
 * What the rule files declare.
 *
 * @param types the types of policy tables
 * @param rules the rules by package and name
 * @param lookback the longest {@code @lookback} of a rule
 * @param problems what is wrong with the files
 */
public record DeclaredTypes(
    List<TableType> types,
    Map<String, RuleInfo> rules,
    Optional<Duration> lookback,
    List<Problem> problems) {

  public DeclaredTypes {
    types = List.copyOf(types);
    rules = Map.copyOf(rules);
    problems = List.copyOf(problems);
  }
}
