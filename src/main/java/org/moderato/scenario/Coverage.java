package org.moderato.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.moderato.release.check.logic.Shadows;
import org.moderato.strategy.judge.Strategy;
import org.moderato.strategy.judge.Trace;
import org.moderato.strategy.rule.RuleInfo;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.Source;
import org.moderato.strategy.table.Table;

/** Which rows and rules of a strategy scenarios have covered so far. Not thread-safe. */
public final class Coverage implements Trace {

  private final Strategy strategy;
  private final Set<PolicyRow> applied = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<PolicyRow> tookEffect = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<RuleInfo> fired = new HashSet<>();

  public Coverage(Strategy strategy) {
    this.strategy = strategy;
  }

  @Override
  public void applied(PolicyRow row) {
    applied.add(row);
  }

  @Override
  public void tookEffect(PolicyRow row) {
    tookEffect.add(row);
  }

  @Override
  public void fired(RuleInfo rule) {
    fired.add(rule);
  }

  /** Whether some scenario made the row take effect. */
  public boolean covers(PolicyRow row) {
    return tookEffect.contains(row);
  }

  /** The report over all tables and rules, in the order of files, sheets and rows. */
  public CoverageReport report() {
    Comparator<Source> order =
        Comparator.comparing(Source::file)
            .thenComparing(source -> String.valueOf(source.sheet()))
            .thenComparingInt(Source::row);
    List<CoverageReport.Part> parts =
        Stream.concat(
                strategy.tables().values().stream()
                    .filter(t -> !t.rows().isEmpty())
                    .map(this::part),
                Stream.of(rules()))
            .filter(part -> !part.entries().isEmpty())
            .sorted(Comparator.comparing(part -> part.entries().get(0).source(), order))
            .toList();
    return new CoverageReport(parts);
  }

  private CoverageReport.Part part(Table table) {
    Shadows shadows = new Shadows(table, strategy.settings());
    List<CoverageReport.Entry> entries = new ArrayList<>();
    for (int position = 0; position < table.rows().size(); position++) {
      PolicyRow row = table.rows().get(position);
      entries.add(
          new CoverageReport.Entry(
              row.getId(), row.getHead().source(), state(row), shadows.idOf(position)));
    }
    return new CoverageReport.Part(table.type().title(), entries);
  }

  private CoverageReport.State state(PolicyRow row) {
    if (tookEffect.contains(row)) {
      return CoverageReport.State.HIT;
    }
    return applied.contains(row)
        ? CoverageReport.State.MATCHED
        : CoverageReport.State.NEVER_MATCHED;
  }

  /** Rules of files and of rule tables; a rule that fired was hit. */
  private CoverageReport.Part rules() {
    return new CoverageReport.Part(
        "Rules",
        strategy.rulebase().rules().stream()
            .sorted(Comparator.comparing((RuleInfo rule) -> rule.source().toString()))
            .map(rule -> new CoverageReport.Entry(rule.name(), rule.source(), state(rule), null))
            .toList());
  }

  private CoverageReport.State state(RuleInfo rule) {
    return fired.contains(rule) ? CoverageReport.State.HIT : CoverageReport.State.NEVER_MATCHED;
  }
}
