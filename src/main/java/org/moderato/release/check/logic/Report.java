package org.moderato.release.check.logic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moderato.release.Problem;
import org.moderato.release.Problem.Severity;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.ScopeWords;
import org.moderato.strategy.table.Source;

/**
 * What an analysis has found so far. Warnings only: a strategy that is analysed can be loaded, and
 * what its rows say together may be odd, but it is not unclear.
 */
final class Report {

  /** What one mistake can bring about a thousand times is told so often. */
  private static final int MOST = 50;

  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::file)
          .thenComparing(problem -> String.valueOf(problem.sheet()))
          .thenComparingInt(Report::row)
          .thenComparing(Problem::code)
          .thenComparing(Problem::message);

  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final Set<PolicyRow> superfluous = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Something about a row; its cell is the first one of the row. */
  void add(String code, PolicyRow row, String message, @Nullable String hint) {
    add(code, row.getHead().source(), message, hint);
  }

  void add(String code, Source source, String message, @Nullable String hint) {
    if (counts.merge(code, 1, Integer::sum) > MOST) {
      return;
    }
    String cell = source.sheet() == null ? String.valueOf(source.row()) : "A" + source.row();
    problems.add(problem(code, source, cell, message, hint));
  }

  private static Problem problem(
      String code, Source source, @Nullable String cell, String message, @Nullable String hint) {
    return new Problem(Severity.WARNING, code, source.file(), source.sheet(), cell, message, hint);
  }

  /** Remembers that a row says nothing that another one does not say. */
  void markSuperfluous(PolicyRow row) {
    superfluous.add(row);
  }

  boolean isSuperfluous(PolicyRow row) {
    return superfluous.contains(row);
  }

  /** All problems in the order of files, sheets and rows; then how many more there are. */
  List<Problem> problems() {
    List<Problem> all = new ArrayList<>(problems);
    all.sort(ORDER);
    counts.forEach(
        (code, count) -> {
          if (count > MOST) {
            all.add(more(code, count - MOST));
          }
        });
    return all;
  }

  private Problem more(String code, int count) {
    Problem last =
        problems.stream().filter(problem -> problem.code().equals(code)).findFirst().orElseThrow();
    return new Problem(
        last.severity(),
        code,
        last.file(),
        last.sheet(),
        null,
        count + " more are like those that are told",
        "Mend these first, and check again");
  }

  private static int row(Problem problem) {
    String digits = problem.cell() == null ? "" : problem.cell().replaceAll("\\D", "");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  /** A row's name and place, such as {@code row promotion-week (decision-tables/...!A5)}. */
  static String name(PolicyRow row) {
    Source source = row.getHead().source();
    String place = source.file() + ":" + source.sheet() + "!A" + source.row();
    return "row " + (row.getHead().named() ? row.getId() : source.row()) + " (" + place + ")";
  }

  static String region(PolicyRow row) {
    return ScopeWords.of(row.getHead().scope());
  }
}
