package org.moderato.release.check.logic;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.moderato.release.Problem;
import org.moderato.strategy.judge.Strategy;
import org.moderato.strategy.table.Source;
import org.moderato.strategy.table.Table;

/**
 * Finds rows that cannot be meant. What it reports follows from the cells of tables whose columns
 * have a published meaning; where that is not enough it says possible, or nothing.
 */
public final class TableLogic {

  /** So much time an analysis may take. */
  public static final Duration TIME = Duration.ofSeconds(5);

  private final Clock clock;
  private final Duration time;

  /**
   * @param clock tells the day, and when time is over
   * @param time how long an analysis may take; what is not looked at by then is named
   */
  public TableLogic(Clock clock, Duration time) {
    this.clock = clock;
    this.time = time;
  }

  /** All problems of a strategy's tables. Never throws for what is wrong with them. */
  public List<Problem> check(Strategy strategy) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), strategy.settings().zone());
    Subject subject = new Subject(strategy, today, new Budget(clock, time));
    Report report = new Report();
    Set<String> missed = new TreeSet<>();
    List<Table> tables =
        subject.tables().stream().filter(table -> !table.rows().isEmpty()).toList();
    checkTables(tables, subject, report, missed);
    checkStrategy(subject, report, missed);
    if (!missed.isEmpty() && !tables.isEmpty()) {
      notAnalysed(missed, tables.get(0), report);
    }
    return report.problems();
  }

  private static void checkTables(
      List<Table> tables, Subject subject, Report report, Set<String> missed) {
    for (LogicCheck.OfTable check : ofTables()) {
      for (Table table : tables) {
        check.check(table, subject, report);
        if (subject.budget().isSpent()) {
          missed.add(table.type().title());
        }
      }
    }
  }

  private static void checkStrategy(Subject subject, Report report, Set<String> missed) {
    ofStrategies()
        .forEach(
            (name, check) -> {
              check.check(subject, report);
              if (subject.budget().isSpent()) {
                missed.add(name);
              }
            });
  }

  /** The cheap ones first, so that they are told of tables that are too large for the others. */
  private static List<LogicCheck.OfTable> ofTables() {
    return List.of(
        new DeadRows(),
        new Limits(),
        new SameQuestion(),
        new SwitchedOffRows(),
        new ShadowedRows());
  }

  private static Map<String, LogicCheck.OfStrategy> ofStrategies() {
    Map<String, LogicCheck.OfStrategy> checks = new LinkedHashMap<>();
    checks.put("gaps between caps", new Gaps());
    checks.put("blocked categories", new BlockedCategories());
    checks.put("hours", new ClosedHours());
    checks.put("caps beside spacing", new IdleCaps());
    checks.put("exemptions", new ExemptionOverlaps());
    return checks;
  }

  private void notAnalysed(Set<String> missed, Table table, Report report) {
    Source place = table.rows().get(0).getHead().source();
    report.add(
        "MOD-LOG-099",
        new Source(place.file(), place.sheet(), 1),
        "Not analysed to the end within " + time.toSeconds() + " s: " + String.join(", ", missed),
        "What is told is right, but there may be more; see whether all these rows are needed");
  }
}
