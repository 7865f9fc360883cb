package org.moderato.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Names;
import org.moderato.strategy.Outcome;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.judge.Finding;
import org.moderato.strategy.judge.PolicyKinds;
import org.moderato.strategy.judge.Strategy;
import org.moderato.strategy.judge.Verdict;
import org.moderato.strategy.table.Between;
import org.moderato.strategy.table.CountingRow;
import org.moderato.strategy.table.Mode;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.RowHead;
import org.moderato.strategy.table.Table;
import org.moderato.strategy.table.ValueMatch;

/** Reads the cells of an expected row and says why it did not speak, or not as expected. */
final class WhyNot {

  private static final int MOST_ROWS = 5;

  private final Strategy strategy;
  private final CustomerView view;
  private final Step step;
  private final Verdict verdict;

  WhyNot(Strategy strategy, CustomerView view, Step step, Verdict verdict) {
    this.strategy = strategy;
    this.view = view;
    this.step = step;
    this.verdict = verdict;
  }

  /**
   * A sentence for each expected row; of a policy without row, for the rows nearest to speaking.
   */
  List<String> words() {
    List<PolicyRow> rows = new ArrayList<>();
    Expectation expectation = step.expectation();
    ExpectedFinding expected = expectation.finding();
    if (expected.row() != null) {
      rows.addAll(rows(expected.row()));
    } else if (expected.policy() != null) {
      rows.addAll(rowsOf(expected.policy()));
    }
    expectation.alsoFindings().forEach(name -> rows.addAll(rows(name)));
    return rows.stream()
        .distinct()
        .map(this::words)
        .flatMap(Optional::stream)
        .limit(MOST_ROWS)
        .toList();
  }

  private List<PolicyRow> rows(String id) {
    return strategy.tables().values().stream()
        .flatMap(table -> table.rows().stream())
        .filter(row -> Names.key(row.getId()).equals(Names.key(id)))
        .toList();
  }

  private List<PolicyRow> rowsOf(String policy) {
    return strategy.tables().values().stream()
        .filter(table -> isNamed(table, policy))
        .flatMap(table -> table.rows().stream())
        .sorted((one, other) -> reasons(one).size() - reasons(other).size())
        .toList();
  }

  private static boolean isNamed(Table table, String policy) {
    return Names.key(table.type().title()).equals(Names.key(policy))
        || PolicyKinds.isSame(table.type().kind(), policy);
  }

  /** Empty if the finding says it all. */
  private Optional<String> words(PolicyRow row) {
    String who = "row " + row.getId() + " (" + row.getHead().source() + ")";
    Finding finding = findingOf(row);
    if (finding != null) {
      return said(finding).map(words -> who + " " + words);
    }
    List<String> reasons = reasons(row);
    return Optional.of(
        reasons.isEmpty()
            ? who + " matches the message, but its rule found nothing to say"
            : who + " did not apply: " + String.join("; ", reasons));
  }

  private @Nullable Finding findingOf(PolicyRow row) {
    return verdict.findings().stream()
        .filter(f -> row.getHead().source().equals(f.source()) && row.getId().equals(f.row()))
        .findFirst()
        .orElse(null);
  }

  /** What became of what a row said; its words are those of the finding, which is told anyway. */
  private Optional<String> said(Finding finding) {
    if (finding.decisive()) {
      return Optional.empty();
    }
    if (finding.outcome() == Outcome.SEND) {
      return Optional.of(passed(finding));
    }
    return Optional.of(
        finding.mode() == Mode.ENFORCE
            ? "spoke, and " + decider() + " decided"
            : "spoke, but is not acted upon: " + Names.word(finding.mode().name()));
  }

  private static String passed(Finding finding) {
    return finding.limit() == null
        ? "applied and had nothing against the message"
        : "applied and passed: it counted "
            + number(finding.count())
            + ", and allows "
            + number(finding.limit())
            + ids(finding);
  }

  private String decider() {
    Finding decisive = verdict.decisive();
    return decisive.row() == null ? decisive.policy() : "row " + decisive.row();
  }

  private static String ids(Finding finding) {
    return finding.counted().isEmpty() ? "" : " " + finding.counted();
  }

  private static String number(@Nullable Double value) {
    return value == null ? "nothing" : String.valueOf(value).replaceFirst("\\.0$", "");
  }

  /** What keeps a row from applying to the message. */
  private List<String> reasons(PolicyRow row) {
    List<String> reasons = new ArrayList<>();
    RowHead head = row.getHead();
    for (Map.Entry<String, ValueMatch> cell : head.scope().sorted().entrySet()) {
      Object value = value(cell.getKey());
      if (!cell.getValue().accepts(value)) {
        reasons.add(
            cell.getKey() + " is " + shown(value) + ", the cell says " + shown(cell.getValue()));
      }
    }
    LocalDate day = step.at().atZone(strategy.settings().zone()).toLocalDate();
    if (head.validFrom() != null && day.isBefore(head.validFrom())) {
      reasons.add("it is valid from " + head.validFrom() + " on, the day is " + day);
    }
    if (head.validTo() != null && day.isAfter(head.validTo())) {
      reasons.add("it was valid to " + head.validTo() + ", the day is " + day);
    }
    if (row instanceof CountingRow counting) {
      counting.getSame().stream()
          .filter(name -> step.message().attribute(name) == null)
          .forEach(name -> reasons.add("it needs the same " + name + ", the message has none"));
    }
    return reasons;
  }

  private @Nullable Object value(String attribute) {
    Object ofMessage = step.message().attribute(attribute);
    return ofMessage != null ? ofMessage : view.customer().attribute(attribute);
  }

  private static String shown(@Nullable Object value) {
    return value == null ? "missing" : String.valueOf(value);
  }

  private static String shown(ValueMatch match) {
    if (match instanceof ValueMatch.AnyOf anyOf) {
      return String.join(", ", new TreeSet<>(anyOf.words()));
    }
    if (match instanceof ValueMatch.NoneOf noneOf) {
      return "not " + String.join(", ", new TreeSet<>(noneOf.words()));
    }
    if (match instanceof Between range) {
      return (range.from() == null ? "" : "from " + range.from() + " ")
          + (range.to() == null ? "" : "to " + range.to());
    }
    return "anything";
  }
}
