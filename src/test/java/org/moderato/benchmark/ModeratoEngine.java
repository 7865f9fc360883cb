package org.moderato.benchmark;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.moderato.release.StrategyFiles;
import org.moderato.release.StrategyLoader;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.judge.Finding;
import org.moderato.strategy.judge.Judge;
import org.moderato.strategy.judge.Verdict;
import org.moderato.strategy.rule.Effort;

/** This product: its rule for frequency caps, and the table as a workbook. */
final class ModeratoEngine implements Engine {

  private static final String RULE = "rules/frequency-cap.drl";

  private final StrategyLoader.Loaded loaded;

  ModeratoEngine(byte[] workbook) {
    TreeMap<String, byte[]> files = new TreeMap<>();
    files.put(RULE, StrategyFiles.readFrom(Path.of(".")).files().get(RULE));
    files.put("decision-tables/caps.xlsx", workbook);
    StrategyLoader.Result result = StrategyLoader.standalone().load(new StrategyFiles(files));
    loaded = result.loaded().orElseThrow(() -> new AssertionError(result.problems()));
  }

  @Override
  public Verdict pass(Message message, CustomerView view) {
    return new Judge(loaded.strategy(), view, Effort.unbounded(), false)
        .judge(message, CapTable.NOW);
  }

  @Override
  public Map<String, Integer> reached(Message message, CustomerView view) {
    return pass(message, view).findings().stream()
        .filter(finding -> finding.row() != null)
        .collect(Collectors.toMap(Finding::row, finding -> finding.count().intValue()));
  }

  @Override
  public void close() {
    loaded.disposal().run();
  }
}
