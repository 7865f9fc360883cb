package org.moderato.strategy.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.Labels;
import org.moderato.strategy.rule.ContactRules;
import org.moderato.strategy.rule.Overrides;
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
  private final Map<Labels, List<PolicyRow>> uncountingOf = new IdentityHashMap<>();
  private final Map<Labels, Double> weightOf = new IdentityHashMap<>();
  private final Set<PolicyRow> used = new LinkedHashSet<>();

  StrategyContactRules(Strategy strategy, Customer customer, Instant at) {
    this.strategy = strategy;
    this.customer = customer;
    this.at = at;
    this.exemptions = strategy.uncounting();
    this.weights = strategy.weights();
  }

  @Override
  public boolean mayUncount() {
    return !exemptions.isEmpty();
  }

  @Override
  public boolean isUncounted(Contact contact, String kind) {
    return uncountingOf.computeIfAbsent(contact.labels(), this::uncountingRows).stream()
        .filter(row -> Exemptions.frees(row, kind))
        .peek(used::add)
        .findAny()
        .isPresent();
  }

  /** The rows that said something of a contact so far. */
  Set<PolicyRow> used() {
    return used;
  }

  private List<PolicyRow> uncountingRows(Labels labels) {
    List<PolicyRow> uncounting = new ArrayList<>();
    for (Table table : exemptions) {
      List<PolicyRow> matching = table.matching(labels, customer, at);
      Set<PolicyRow> overridden = Overrides.of(matching);
      matching.stream()
          .filter(row -> row.isEnforced() && Exemptions.uncounts(row) && !overridden.contains(row))
          .forEach(uncounting::add);
    }
    return uncounting;
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
        .map(this::weightCell)
        .map(weight -> ((Number) weight).doubleValue())
        .orElse(1.0);
  }

  private @Nullable Object weightCell(PolicyRow row) {
    used.add(row);
    return row.cell(WEIGHT_TABLE);
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
