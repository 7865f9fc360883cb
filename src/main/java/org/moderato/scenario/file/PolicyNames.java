package org.moderato.scenario.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.moderato.strategy.Names;
import org.moderato.strategy.judge.PolicyKinds;
import org.moderato.strategy.judge.Strategy;
import org.moderato.strategy.rule.RuleInfo;
import org.moderato.strategy.table.Table;

/**
 * The policies and rows that a verdict of a strategy can name: tables that have rows, rules that
 * speak for themselves, the kinds of both, and the remarks of the judge itself.
 */
final class PolicyNames {

  private final SortedSet<String> policies = new TreeSet<>(PolicyKinds.REMARKS);
  private final SortedSet<String> rows = new TreeSet<>();
  private final Set<String> policyKeys = new HashSet<>();
  private final Map<String, List<Table>> tablesOfRow = new HashMap<>();

  PolicyNames(Strategy strategy) {
    strategy.tables().values().stream()
        .filter(table -> !table.rows().isEmpty())
        .forEach(this::addTable);
    strategy.rulebase().rules().stream().filter(RuleInfo::speaksItself).forEach(this::addRule);
    policies.forEach(name -> policyKeys.add(Names.key(name)));
  }

  private void addTable(Table table) {
    policies.add(table.type().title());
    policies.add(table.type().kind());
    table
        .rows()
        .forEach(
            row -> {
              rows.add(row.getId());
              tablesOfRow
                  .computeIfAbsent(Names.key(row.getId()), id -> new ArrayList<>())
                  .add(table);
            });
  }

  private void addRule(RuleInfo rule) {
    policies.add(rule.name());
    if (rule.kind() != null) {
      policies.add(rule.kind());
    }
  }

  boolean isPolicy(String name) {
    return policyKeys.contains(Names.key(name));
  }

  boolean isRow(String id) {
    return tablesOfRow.containsKey(Names.key(id));
  }

  /** Whether a row stands in a table of that name or kind. */
  boolean isRowOf(String id, String policy) {
    return tablesOf(id)
        .flatMap(table -> Stream.of(table.type().title(), table.type().kind()))
        .anyMatch(name -> Names.key(name).equals(Names.key(policy)));
  }

  /** The tables that have a row of that id. */
  Stream<Table> tablesOf(String id) {
    return tablesOfRow.getOrDefault(Names.key(id), List.of()).stream().distinct();
  }

  SortedSet<String> policies() {
    return policies;
  }

  SortedSet<String> rows() {
    return rows;
  }
}
