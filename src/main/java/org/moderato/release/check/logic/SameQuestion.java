package org.moderato.release.check.logic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.table.CountingRow;
import org.moderato.strategy.table.LimitingRow;
import org.moderato.strategy.table.Mode;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.RowHead;
import org.moderato.strategy.table.Scope;
import org.moderato.strategy.table.Table;
import org.moderato.strategy.table.Waiting;

/** Rows that speak of the very same: they say it twice, or contradict each other. */
final class SameQuestion implements LogicCheck.OfTable {

  /** What a blank cell means. */
  private static final Map<String, Object> DEFAULTS =
      Map.of("counts", true, "outcome", Waiting.SUPPRESS);

  /** What a row speaks of: all its cells but those that say what becomes of a message. */
  private record Question(Scope scope, Mode mode, Map<String, Object> cells) {}

  @Override
  public void check(Table table, Subject subject, Report report) {
    if (table.type().lookup()) {
      return;
    }
    Meaning meaning = Meaning.of(table.type());
    Overriders overriders = new Overriders(table);
    Map<Question, List<PolicyRow>> known = new HashMap<>();
    for (PolicyRow row : table.rows()) {
      if (subject.budget().isSpent()) {
        return;
      }
      if (!Periods.isOver(row.getHead(), subject.today())) {
        List<PolicyRow> same =
            known.computeIfAbsent(question(row, meaning), q -> new ArrayList<>());
        compare(same, row, meaning, overriders, report);
        same.add(row);
      }
    }
  }

  private static Question question(PolicyRow row, Meaning meaning) {
    Map<String, Object> cells = new HashMap<>(row.cells());
    cells.keySet().removeAll(meaning.answers());
    if (row instanceof CountingRow counting) {
      cells.put("level", counting.getLevel());
    }
    return new Question(row.getHead().scope(), row.getHead().mode(), cells);
  }

  private static void compare(
      List<PolicyRow> same, PolicyRow row, Meaning meaning, Overriders overriders, Report report) {
    for (PolicyRow before : same) {
      if (isDuplicate(before, row) && overriders.takeBoth(before, row)) {
        duplicate(before, row, report);
        return;
      }
      Optional<String> difference =
          areJudgedTogether(before, row) ? difference(before, row, meaning) : Optional.empty();
      if (difference.isPresent()) {
        contradiction(before, row, difference.get(), meaning, report);
        return;
      }
    }
  }

  private static boolean isDuplicate(PolicyRow one, PolicyRow other) {
    RowHead a = one.getHead();
    RowHead b = other.getHead();
    return one.cells().equals(other.cells())
        && a.overrides().equals(b.overrides())
        && Periods.covers(a, b)
        && Periods.covers(b, a);
  }

  private static void duplicate(PolicyRow before, PolicyRow row, Report report) {
    report.markSuperfluous(row);
    boolean isSaidByLoader = !row.getHead().named() && row.getId().startsWith(before.getId() + "-");
    if (!isSaidByLoader) {
      report.add(
          "MOD-LOG-001",
          row,
          "The row says the same as " + Report.name(before) + ", for " + Report.region(row),
          "Delete one of them");
    }
  }

  private static boolean areJudgedTogether(PolicyRow one, PolicyRow other) {
    return one.isEnforced()
        && Periods.meet(one.getHead(), other.getHead())
        && !Overriders.overrides(one, other)
        && !Overriders.overrides(other, one);
  }

  /**
   * What one row says and the other one denies. Two that differ in more are no contradiction: wait
   * from the third on, and give up from the fifth on.
   */
  private static Optional<String> difference(PolicyRow one, PolicyRow other, Meaning meaning) {
    List<String> differences = new ArrayList<>();
    for (String field : meaning.answers()) {
      Object ours = answer(one, field);
      Object theirs = answer(other, field);
      if (ours == null || theirs == null) {
        if (ours != theirs) {
          return Optional.empty();
        }
      } else if (!ours.equals(theirs)) {
        differences.add("\"" + title(field) + "\" " + words(ours) + " and " + words(theirs));
      }
    }
    return differences.size() == 1 ? Optional.of(differences.get(0)) : Optional.empty();
  }

  private static @Nullable Object answer(PolicyRow row, String field) {
    if (field.equals("whenReached") && row instanceof LimitingRow limiting) {
      return limiting.getWhenReached();
    }
    Object cell = row.cell(field);
    return cell == null ? DEFAULTS.get(field) : cell;
  }

  private static String title(String field) {
    String words = field.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String words(Object answer) {
    if (answer instanceof Boolean yes) {
      return yes ? "yes" : "no";
    }
    if (answer instanceof Waiting waiting) {
      return switch (waiting.way()) {
        case EARLIEST -> "wait";
        case FIXED -> "wait " + waiting.span();
        case SUPPRESS -> "suppress";
      };
    }
    return String.valueOf(answer);
  }

  private static void contradiction(
      PolicyRow before, PolicyRow row, String difference, Meaning meaning, Report report) {
    report.markSuperfluous(row);
    report.markSuperfluous(before);
    report.add(
        "MOD-LOG-003",
        row,
        (meaning.isKnown() ? "The row contradicts " : "It is possible that the row contradicts ")
            + Report.name(before)
            + ": both speak of "
            + Report.region(row)
            + ", and say "
            + difference,
        "Delete one of them, or let one name the other in \"Overrides\"");
  }
}
