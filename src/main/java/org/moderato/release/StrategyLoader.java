package org.moderato.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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

  private final RuleCache rules;

  StrategyLoader(RuleCache rules) {
    this.rules = rules;
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
   * @param disposal frees the compiled rules; to be run once
   */
  public record Loaded(Strategy strategy, Runnable disposal) {}

  /** Loads a strategy. Never throws for what is wrong with its files. */
  public Result load(StrategyFiles files) {
    DeclaredTypes types = RuleFiles.read(files.rules());
    List<Problem> problems = new ArrayList<>(types.problems());
    WorkbookContents contents = new WorkbookReader().read(files.workbooks(), types.types());
    problems.addAll(contents.problems());
    RuleCache.Shared shared = rules.get(files, contents.ruleSheets(), types);
    problems.addAll(shared.problems());
    if (hasErrors(problems) || shared.rules().isEmpty()) {
      shared.close();
      return new Result(Optional.empty(), problems);
    }
    return new Result(Optional.of(assemble(types, contents, shared)), problems);
  }

  private static boolean hasErrors(List<Problem> problems) {
    return problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
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
    Rehearsal.of(strategy);
    return new Loaded(strategy, shared::close);
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
