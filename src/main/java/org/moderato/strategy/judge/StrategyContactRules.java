package org.moderato.strategy.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.Labels;
import org.moderato.strategy.rule.ContactRules;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.Table;

/** Reads from exemption and weight tables what recorded contacts count, once for each of them. */
final class StrategyContactRules implements ContactRules {

  private static final String WEIGHT_TABLE = "weight";

  private final Strategy strategy;
  private final Customer customer;
  private final Instant at;
  private final List<Table> exemptions;
  private final Optional<Table> weights;
  private final Map<Labels, List<PolicyRow>> uncounting = new IdentityHashMap<>();
  private final Map<Labels, Double> weightOf = new IdentityHashMap<>();

  StrategyContactRules(Strategy strategy, Customer customer, Instant at) {
    this.strategy = strategy;
    this.customer = customer;
    this.at = at;
    this.exemptions = strategy.tables().values().stream().filter(Exemptions::mayUncount).toList();
    this.weights = strategy.table(WEIGHT_TABLE);
  }

  @Override
  public boolean isUncounted(Contact contact, String kind) {
    if (exemptions.isEmpty()) {
      return false;
    }
    return uncounting.computeIfAbsent(contact.labels(), this::uncountingRows).stream()
        .anyMatch(row -> Exemptions.frees(row, kind));
  }

  private List<PolicyRow> uncountingRows(Labels labels) {
    return exemptions.stream()
        .flatMap(table -> table.matching(labels, customer, at).stream())
        .filter(row -> row.isEnforced() && Exemptions.uncounts(row))
        .toList();
  }

  @Override
  public double weightOf(Labels labels) {
    return weights
        .map(table -> weightOf.computeIfAbsent(labels, l -> weightIn(table, l)))
        .orElse(1.0);
  }

  private double weightIn(Table table, Labels labels) {
    return table
        .mostSpecific(labels, customer, at)
        .map(row -> row.cell(WEIGHT_TABLE))
        .map(weight -> ((Number) weight).doubleValue())
        .orElse(1.0);
  }

  @Override
  public boolean zeroMeansUnlimited() {
    return strategy.settings().zeroMeansUnlimited();
  }

  @Override
  public Duration historyKept() {
    return strategy.settings().historyKept();
  }
}
