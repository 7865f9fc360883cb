package org.moderato.scenario.file;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.moderato.strategy.Names;
import org.moderato.strategy.judge.Strategy;
import org.moderato.strategy.table.Attribute;
import org.moderato.strategy.table.Between;
import org.moderato.strategy.table.CountingRow;
import org.moderato.strategy.table.Level;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.Scope;
import org.moderato.strategy.table.TableType;
import org.moderato.strategy.table.ValueMatch;

/** Makes scenarios, as YAML would hold them, from the cells of a row. */
final class Sample {

  private static final String SAME_VALUE = "one";

  private final Strategy strategy;
  private final PolicyRow row;
  private final TableType type;

  Sample(Strategy strategy, TableType type, PolicyRow row) {
    this.strategy = strategy;
    this.type = type;
    this.row = row;
  }

  /**
   * A scenario without expectation, and without fields that would say nothing.
   *
   * @param now on the customer's clock
   * @param contacts how many contacts of the kind that the row counts lie in the last minutes
   * @param usual labels of the message where the row leaves them open
   */
  Map<String, Object> scenario(LocalDateTime now, int contacts, Map<String, String> usual) {
    Map<String, Object> scenario = new LinkedHashMap<>();
    scenario.put("name", "");
    scenario.put("now", now.toString());
    Map<String, Object> customer = customer();
    if (!customer.isEmpty()) {
      scenario.put("customer", customer);
    }
    if (contacts > 0) {
      scenario.put("history", history(now, contacts, usual));
    }
    scenario.put("message", labels(row.getHead().scope(), usual));
    return scenario;
  }

  private Map<String, Object> customer() {
    Map<String, Object> customer = new LinkedHashMap<>();
    for (Map.Entry<Attribute, ValueMatch> cell : row.getHead().scope().matches().entrySet()) {
      if (cell.getKey().owner() == Attribute.Owner.CUSTOMER) {
        Object value = value(cell.getKey(), cell.getValue());
        boolean isSegment = cell.getKey().key().equals("segment");
        customer.put(
            isSegment ? "segments" : cell.getKey().name(), isSegment ? List.of(value) : value);
      }
    }
    if (row instanceof CountingRow counting && counting.getLevel() != Level.CUSTOMER) {
      customer.put(Names.word(counting.getLevel().name()), "theirs");
    }
    wordsFor("situation").ifPresent(words -> customer.put("situations", words.subList(0, 1)));
    return customer;
  }

  /** The words of the row's own cell that holds words of a vocabulary. */
  private Optional<List<Object>> wordsFor(String vocabulary) {
    return type.fields().stream()
        .filter(field -> vocabulary.equals(Names.key(String.valueOf(field.vocabulary()))))
        .map(field -> row.cell(field.name()))
        .filter(List.class::isInstance)
        .map(cell -> List.<Object>copyOf((List<?>) cell))
        .filter(words -> !words.isEmpty())
        .findFirst();
  }

  private List<Object> history(LocalDateTime now, int contacts, Map<String, String> usual) {
    List<Object> history = new ArrayList<>();
    for (int i = contacts; i > 0; i--) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("at", now.minusMinutes(i).toString());
      entry.putAll(
          labels(
              row instanceof CountingRow counting
                  ? counting.getCounts().scope()
                  : row.getHead().scope(),
              usual));
      history.add(entry);
    }
    return history;
  }

  /** Labels that a scope accepts, and that are the same where the row counts what is the same. */
  private Map<String, Object> labels(Scope scope, Map<String, String> usual) {
    Map<String, Object> labels = new LinkedHashMap<>(usual);
    scope
        .matches()
        .forEach(
            (attribute, match) -> {
              if (attribute.owner() != Attribute.Owner.CUSTOMER) {
                Object open = usual.get(attribute.name());
                boolean isRight = open != null && match.accepts(open);
                labels.put(attribute.name(), isRight ? open : value(attribute, match));
              }
            });
    if (row instanceof CountingRow counting) {
      counting.getSame().forEach(name -> labels.putIfAbsent(name, SAME_VALUE));
    }
    return labels;
  }

  private Object value(Attribute attribute, ValueMatch match) {
    if (match instanceof ValueMatch.AnyOf anyOf) {
      String word = new TreeSet<>(anyOf.words()).first();
      return attribute.key().equals("country") ? word.toUpperCase(Locale.ROOT) : word;
    }
    if (match instanceof Between range) {
      return range.from() != null ? range.from().add(BigDecimal.ONE) : range.to();
    }
    return strategy.vocabularies().getOrDefault(attribute.key(), Set.of()).stream()
        .sorted()
        .filter(match::accepts)
        .findFirst()
        .orElse("other");
  }
}
