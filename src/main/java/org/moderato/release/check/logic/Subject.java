package org.moderato.release.check.logic;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.moderato.strategy.judge.Strategy;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.Settings;
import org.moderato.strategy.table.Table;

/**
 * The strategy that is looked at.
 *
 * @param today the day in the strategy's zone
 * @param budget asked before each row
 */
record Subject(Strategy strategy, LocalDate today, Budget budget) {

  Settings settings() {
    return strategy.settings();
  }

  /** Tables in the order of their names. */
  List<Table> tables() {
    return strategy.tables().values().stream()
        .sorted(Comparator.comparing(table -> table.type().title()))
        .toList();
  }

  Stream<Table> tables(Meaning meaning) {
    return tables().stream().filter(table -> Meaning.of(table.type()) == meaning);
  }

  /** The rows of all tables of that meaning that are enforced, now or later. */
  List<PolicyRow> enforced(Meaning meaning) {
    return tables(meaning)
        .flatMap(table -> table.rows().stream())
        .filter(row -> row.isEnforced() && !Periods.isOver(row.getHead(), today))
        .toList();
  }

  /** The words of a vocabulary in the order of the alphabet; empty: there is none. */
  List<String> words(String vocabulary) {
    return strategy.vocabularies().getOrDefault(vocabulary, Set.of()).stream().sorted().toList();
  }
}
