package org.moderato.release.drools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.moderato.release.Problem;
import org.moderato.release.RuleSheet;
import org.moderato.strategy.rule.RuleInfo;

/**
 * Compiles rule files and rule tables, each time as a module of its own name, aside from everything
 * that is in force. One build at a time: Drools keeps static state while it builds.
 */
public final class RuleCompiler {

  private static final Object ONE_AT_A_TIME = new Object();

  private final Optional<ClassCache> cache;
  private final List<Problem> problems = new ArrayList<>();
  private final List<ParsedText> texts = new ArrayList<>();

  public RuleCompiler() {
    this(Optional.empty());
  }

  /**
   * @param cache where compiled rules are kept; empty: nowhere
   */
  public RuleCompiler(Optional<ClassCache> cache) {
    this.cache = cache;
  }

  /**
   * Compiles a strategy's rules. Never throws for what is wrong with them.
   *
   * @param ruleFiles contents by path inside the strategy
   * @param sheets the sheets that hold rule tables
   * @param types what {@link RuleFiles} read of the same rule files; what is wrong with their
   *     syntax is said there and not again
   */
  public Compiled compile(
      SortedMap<String, byte[]> ruleFiles, List<RuleSheet> sheets, DeclaredTypes types) {
    ruleFiles.forEach(this::addFile);
    sheets.forEach(this::addSheet);
    synchronized (ONE_AT_A_TIME) {
      return build(types);
    }
  }

  private void addFile(String file, byte[] bytes) {
    ParsedText parsed = ParsedText.parse(RuleFile.of(file, bytes));
    if (parsed.faults().isEmpty()) {
      texts.add(parsed);
    }
  }

  private void addSheet(RuleSheet sheet) {
    Optional<RenderedTable> table = new TableRenderer(problems).render(sheet);
    if (table.isEmpty()) {
      return;
    }
    ParsedText parsed = ParsedText.parse(table.get());
    problems.addAll(table.get().problems(parsed.faults()));
    if (parsed.faults().isEmpty()) {
      texts.add(parsed);
    }
  }

  private Compiled build(DeclaredTypes types) {
    Map<String, String> resources = resources();
    Build build =
        cache.map(kept -> Build.run(resources, kept)).orElseGet(() -> Build.run(resources));
    if (!build.isGood()) {
      build.discard();
      Set<String> known = types.problems().stream().map(Problem::file).collect(Collectors.toSet());
      problems.addAll(new Diagnosis(texts, known).problems());
    }
    if (!problems.isEmpty() || !build.isGood()) {
      build.discard();
      return new Compiled(Optional.empty(), problems);
    }
    return new Compiled(Optional.of(new CompiledRules(build, infos(types))), List.of());
  }

  private Map<String, String> resources() {
    Map<String, String> resources = new TreeMap<>();
    for (int i = 0; i < texts.size(); i++) {
      ParsedText parsed = texts.get(i);
      resources.put(parsed.folder() + "text" + i + ".drl", parsed.text().drl());
    }
    return resources;
  }

  private Map<String, RuleInfo> infos(DeclaredTypes types) {
    Map<String, RuleInfo> infos = new HashMap<>(types.rules());
    for (ParsedText parsed : texts) {
      if (parsed.text() instanceof RenderedTable table) {
        String name = parsed.content().getName();
        table.rules().forEach((rule, info) -> infos.put(RuleInfoKeys.key(name, rule), info));
      }
    }
    return infos;
  }
}
