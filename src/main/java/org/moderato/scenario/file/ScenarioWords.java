package org.moderato.scenario.file;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.moderato.strategy.judge.Strategy;
import org.moderato.strategy.table.Attribute;

/** What the scenarios of one strategy may name, worked out once for all of them. */
final class ScenarioWords {

  private final Strategy strategy;
  private final PolicyNames policies;
  private final LabelsReader labels;
  private final List<Attribute> ofCustomers;
  private final Map<KnownFields, KnownFields> withMore = new ConcurrentHashMap<>();

  ScenarioWords(Strategy strategy) {
    this.strategy = strategy;
    this.policies = new PolicyNames(strategy);
    this.labels = new LabelsReader(strategy.attributes());
    this.ofCustomers =
        strategy.attributes().values().stream()
            .filter(attribute -> attribute.owner() == Attribute.Owner.CUSTOMER)
            .filter(attribute -> !Attribute.BUILT_IN.containsKey(attribute.key()))
            .toList();
  }

  Strategy strategy() {
    return strategy;
  }

  PolicyNames policies() {
    return policies;
  }

  LabelsReader labels() {
    return labels;
  }

  /** The attributes of customers that the strategy declares. */
  List<Attribute> ofCustomers() {
    return ofCustomers;
  }

  /** Fields of a part, and the labels that may stand beside them. */
  KnownFields withLabels(KnownFields own) {
    return withMore.computeIfAbsent(own, fields -> fields.and(labels.known()));
  }

  /** Fields of a customer, and the attributes that the strategy declares. */
  KnownFields withAttributes(KnownFields own) {
    return withMore.computeIfAbsent(
        own, fields -> fields.and(ofCustomers.stream().map(Attribute::name)));
  }
}
