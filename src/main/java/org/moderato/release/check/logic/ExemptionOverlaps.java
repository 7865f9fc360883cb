package org.moderato.release.check.logic;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.moderato.strategy.judge.PolicyKinds;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.ScopeIndex;
import org.moderato.strategy.table.ScopeWords;
import org.moderato.strategy.table.Table;

/** Exemptions that free the same messages from the same, and those that free nothing. */
final class ExemptionOverlaps implements LogicCheck.OfStrategy {

  @Override
  public void check(Subject subject, Report report) {
    List<PolicyRow> rows = subject.enforced(Meaning.EXEMPTION);
    ScopeIndex index = new ScopeIndex(rows.stream().map(row -> row.getHead().scope()).toList());
    for (int i = 0; i < rows.size(); i++) {
      if (subject.budget().isSpent()) {
        return;
      }
      PolicyRow row = rows.get(i);
      if (freesNothing(row, subject)) {
        useless(row, report);
      } else if (!report.isSuperfluous(row)) {
        compare(row, rows.subList(0, i), index.overlapping(row.getHead().scope()), report);
      }
    }
  }

  private static void compare(
      PolicyRow row, List<PolicyRow> before, BitSet overlapping, Report report) {
    overlapping.stream()
        .filter(position -> position < before.size())
        .mapToObj(before::get)
        .filter(other -> !report.isSuperfluous(other))
        .filter(other -> Periods.meet(row.getHead(), other.getHead()))
        .filter(o -> !Overriders.overrides(row, o) && !Overriders.overrides(o, row))
        .filter(other -> !shared(row, other).isEmpty())
        .findFirst()
        .ifPresent(other -> overlap(row, other, report));
  }

  private static List<String> shared(PolicyRow row, PolicyRow other) {
    List<String> shared = new ArrayList<>();
    for (String kind : Freedom.kinds(row)) {
      if (Freedom.isEverything(kind)) {
        return Freedom.kinds(other);
      }
      if (Freedom.of(other, kind)) {
        shared.add(kind);
      }
    }
    return shared;
  }

  private static void overlap(PolicyRow row, PolicyRow other, Report report) {
    boolean counts = !Boolean.FALSE.equals(row.cell("counts"));
    boolean theirsCounts = !Boolean.FALSE.equals(other.cell("counts"));
    String says =
        counts == theirsCounts
            ? ""
            : "; one says that such contacts count and the other one that they do not: they do not";
    report.add(
        "MOD-LOG-012",
        row,
        "The row overlaps with "
            + Report.name(other)
            + ": both free "
            + ScopeWords.of(row.getHead().scope().and(other.getHead().scope()))
            + " from "
            + String.join(", ", shared(row, other))
            + says,
        "Let one of them speak of less, or let one name the other in \"Overrides\"");
  }

  private static boolean freesNothing(PolicyRow row, Subject subject) {
    List<String> kinds = Freedom.kinds(row);
    boolean rulesMayHaveIt =
        subject.strategy().rulebase().rules().stream()
            .anyMatch(rule -> rule.kind() != null && Freedom.of(row, rule.kind()));
    return !kinds.isEmpty()
        && !(rulesMayHaveIt && hasRowlessRule(row, subject))
        && subject.tables().stream().noneMatch(table -> bindsAny(table, row, subject));
  }

  /** A rule that speaks without a row has a kind that is not a table's, or shares it with one. */
  private static boolean hasRowlessRule(PolicyRow row, Subject subject) {
    return subject.strategy().rulebase().rules().stream()
        .filter(rule -> rule.kind() != null && Freedom.of(row, rule.kind()))
        .anyMatch(
            rule ->
                subject.tables().stream()
                    .noneMatch(t -> PolicyKinds.isSame(t.type().kind(), rule.kind())));
  }

  private static boolean bindsAny(Table table, PolicyRow row, Subject subject) {
    return Freedom.of(row, table.type().kind())
        && (table.type().lookup()
            || table.rows().stream()
                .filter(bound -> bound != row)
                .filter(bound -> !Periods.isOver(bound.getHead(), subject.today()))
                .anyMatch(bound -> bound.getHead().scope().mayOverlap(row.getHead().scope())));
  }

  private static void useless(PolicyRow row, Report report) {
    report.add(
        "MOD-LOG-013",
        row,
        "The row frees nothing: no row of "
            + String.join(", ", Freedom.kinds(row))
            + " speaks of "
            + Report.region(row),
        "Name a kind that has rows for such messages, or delete the row");
  }
}
