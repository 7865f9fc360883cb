package org.moderato.release;

import static org.moderato.release.Problem.Severity.ERROR;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.moderato.Clocks;
import org.moderato.release.drools.ClassCache;
import org.moderato.release.drools.DeclaredTypes;
import org.moderato.release.drools.RuleFiles;
import org.moderato.release.workbook.WorkbookContents;
import org.moderato.release.workbook.WorkbookReader;
import org.moderato.strategy.Names;
import org.moderato.strategy.judge.Strategy;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.RowData;
import org.moderato.strategy.table.Table;
import org.moderato.strategy.table.TableType;
import org.moderato.strategy.table.Vocabulary;

/**
 * Makes a strategy of its files, aside from the one in force, and reports everything that is wrong
 * with them at once.
 */
@ApplicationScoped
public class StrategyLoader {

  /** So long before the last holiday people are asked to add those of the next year. */
  private static final int DAYS_TO_ADD_HOLIDAYS = 60;

  private final RuleCache rules;
  private final Clock clock;

  StrategyLoader(RuleCache rules, Clock clock) {
    this.rules = rules;
    this.clock = clock;
  }

  /** A loader for tools that run without a service. */
  public static StrategyLoader standalone() {
    return new StrategyLoader(new RuleCache(), Clocks.system());
  }

  /**
   * The same, for tools that load one strategy again and again, each time in a new program.
   *
   * @param cache a folder for compiled rules
   */
  public static StrategyLoader standalone(Path cache) {
    return new StrategyLoader(new RuleCache(Optional.of(new ClassCache(cache))), Clocks.system());
  }

  /**
   * What came of loading.
   *
   * @param loaded empty if there is an error among the problems
   * @param problems errors and warnings of all files
   */
  public record Result(Optional<Loaded> loaded, List<Problem> problems) {

    public Result {
      problems = List.copyOf(problems);
    }
  }

  /**
   * A strategy ready to judge.
   *
   * @param scenarioSheets the scenarios that stand beside its tables
   * @param ruleSheets the native decision tables among them, as they were read
   * @param disposal frees the compiled rules; to be run once
   */
  public record Loaded(
      Strategy strategy,
      List<ScenarioSheet> scenarioSheets,
      List<RuleSheet> ruleSheets,
      Runnable disposal) {

    public Loaded {
      scenarioSheets = List.copyOf(scenarioSheets);
      ruleSheets = List.copyOf(ruleSheets);
    }
  }

  /** Loads a strategy. Never throws for what is wrong with its files. */
  public Result load(StrategyFiles files) {
    if (files.rules().isEmpty() || files.workbooks().isEmpty()) {
      // Most likely a folder that is not mounted; without tables everything would be sent.
      return new Result(Optional.empty(), List.of(Problem.noStrategy(files)));
    }
    try {
      return loadAll(files);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      Log.error("strategy could not be loaded", e);
      return new Result(Optional.empty(), List.of(Problem.unforeseen(e)));
    }
  }

  private Result loadAll(StrategyFiles files) {
    DeclaredTypes types = RuleFiles.read(files.rules());
    List<Problem> problems = new ArrayList<>(types.problems());
    WorkbookContents contents = new WorkbookReader().read(files.workbooks(), types.types());
    problems.addAll(contents.problems());
    contents.calendarEnd().filter(this::isNear).map(Problem::calendarEnds).ifPresent(problems::add);
    RuleCache.Shared shared = rules.get(files, contents.ruleSheets(), types);
    shared.problems().stream().filter(p -> !isSaid(p, problems)).forEach(problems::add);
    if (hasErrors(problems) || shared.rules().isEmpty()) {
      shared.close();
      return new Result(Optional.empty(), problems);
    }
    try {
      return new Result(Optional.of(assemble(types, contents, shared)), problems);
    } catch (RuntimeException | Error e) {
      shared.close();
      throw e;
    }
  }

  private boolean isNear(CalendarEnd end) {
    return end.day().isBefore(LocalDate.now(clock).plusDays(DAYS_TO_ADD_HOLIDAYS));
  }

  /** What the checks of a cell say is clearer than what the compiler makes of it. */
  private static boolean isSaid(Problem problem, List<Problem> known) {
    return problem.sheet() != null
        && problem.cell() != null
        && known.stream().anyMatch(k -> k.severity() == ERROR && k.place().equals(problem.place()));
  }

  private static boolean hasErrors(List<Problem> problems) {
    return problems.stream().anyMatch(p -> p.severity() == ERROR);
  }

  private static Loaded assemble(
      DeclaredTypes types, WorkbookContents contents, RuleCache.Shared shared) {
    Duration longest =
        types
            .lookback()
            .filter(l -> l.compareTo(contents.lookback()) > 0)
            .orElse(contents.lookback());
    Strategy strategy =
        new Strategy(
            contents.settings(),
            tables(types.types(), contents, shared),
            contents.attributes(),
            vocabularies(contents.vocabularies()),
            contents.holidays(),
            longest,
            shared.rules().orElseThrow().rulebase());
    return new Loaded(strategy, contents.scenarioSheets(), contents.ruleSheets(), shared::close);
  }

  private static Map<String, Table> tables(
      List<TableType> types, WorkbookContents contents, RuleCache.Shared shared) {
    SortedMap<String, List<PolicyRow>> rows = new TreeMap<>();
    for (RowData row : contents.rows()) {
      rows.computeIfAbsent(row.type().name(), name -> new ArrayList<>())
          .add(shared.rules().orElseThrow().row(row));
    }
    Map<String, Table> tables = new HashMap<>();
    for (TableType type : types) {
      List<PolicyRow> ofType = rows.getOrDefault(type.name(), List.of());
      tables.put(Names.key(type.name()), new Table(type, ofType, contents.settings().zone()));
    }
    return tables;
  }

  private static Map<String, Set<String>> vocabularies(List<Vocabulary> vocabularies) {
    Map<String, Set<String>> words = new HashMap<>();
    vocabularies.forEach(v -> words.put(Names.key(v.name()), v.keys()));
    return words;
  }
}
