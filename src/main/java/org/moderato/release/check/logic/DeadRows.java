package org.moderato.release.check.logic;

import java.util.Map;
import java.util.Set;
import org.moderato.strategy.table.Attribute;
import org.moderato.strategy.table.Between;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.ScopeWords;
import org.moderato.strategy.table.Table;
import org.moderato.strategy.table.ValueMatch;

/** Rows that match no message: their days are over, or a cell accepts nothing. */
final class DeadRows implements LogicCheck.OfTable {

  /** Every message has these. */
  private static final Set<String> GIVEN = Set.of("channel", "category", "department");

  @Override
  public void check(Table table, Subject subject, Report report) {
    for (PolicyRow row : table.rows()) {
      if (subject.budget().isSpent()) {
        return;
      }
      if (Periods.isOver(row.getHead(), subject.today())) {
        report.add(
            "MOD-LOG-004",
            row,
            "\"Valid to\" " + row.getHead().validTo() + " has passed: the row never matches again",
            "Delete the row, or give it days to come");
      }
      row.getHead().scope().matches().forEach((a, match) -> check(row, a, match, subject, report));
    }
  }

  private static void check(
      PolicyRow row, Attribute attribute, ValueMatch match, Subject subject, Report report) {
    if (isEmpty(match)) {
      report.add(
          "MOD-LOG-005",
          row,
          "The cell \"" + attribute.name() + "\" accepts no value: the row matches no message",
          "Write values that a message can have");
    } else if (excludesAll(attribute, match, subject.strategy().vocabularies())) {
      report.add(
          "MOD-LOG-005",
          row,
          "The cell \""
              + attribute.name()
              + "\" excludes every word of its vocabulary ("
              + ScopeWords.of(match)
              + "): it is possible that the row matches no message",
          "Exclude fewer words; a word that the vocabulary lacks would still match");
    }
  }

  private static boolean isEmpty(ValueMatch match) {
    if (match instanceof ValueMatch.AnyOf list) {
      return list.words().isEmpty();
    }
    if (!(match instanceof Between range) || range.from() == null || range.to() == null) {
      return false;
    }
    int order = range.from().compareTo(range.to());
    return order > 0 || (order == 0 && !(range.fromIncluded() && range.toIncluded()));
  }

  private static boolean excludesAll(
      Attribute attribute, ValueMatch match, Map<String, Set<String>> vocabularies) {
    Set<String> words = vocabularies.getOrDefault(attribute.key(), Set.of());
    return GIVEN.contains(attribute.key())
        && !words.isEmpty()
        && match instanceof ValueMatch.NoneOf none
        && none.words().containsAll(words);
  }
}
