package org.moderato.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.moderato.release.check.logic.Shadows;
import org.moderato.strategy.judge.Strategy;
import org.moderato.strategy.judge.Trace;
import org.moderato.strategy.rule.RuleInfo;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.Source;
import org.moderato.strategy.table.Table;

/** Which rows and rules of a strategy scenarios have covered so far. Safe for many threads. */
public final class Coverage implements Trace {

  private final Strategy strategy;
  private final Set<PolicyRow> applied = rows();
  private final Set<PolicyRow> tookEffect = rows();
  private final Set<RuleInfo> fired = ConcurrentHashMap.newKeySet();

  public Coverage(Strategy strategy) {
    this.strategy = strategy;
  }

  private static Set<PolicyRow> rows() {
    return Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
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
            .map(rule -> new CoverageReport.Entry(name(rule), rule.source(), state(rule), null))
            .toList());
  }

  /** Names of rows of rule tables end with file and sheet, which the source says, too. */
  private static String name(RuleInfo rule) {
    int place = rule.name().lastIndexOf(" - ");
    return rule.source().sheet() == null || place < 0
        ? rule.name()
        : rule.name().substring(0, place);
  }

  private CoverageReport.State state(RuleInfo rule) {
    return fired.contains(rule) ? CoverageReport.State.HIT : CoverageReport.State.NEVER_MATCHED;
  }
}
