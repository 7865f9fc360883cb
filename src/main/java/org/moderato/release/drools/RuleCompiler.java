package org.moderato.release.drools;

import java.util.ArrayList;
import java.util.EnumSet;
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
import org.moderato.release.drools.RuleText.Fault;
import org.moderato.release.guard.AllowList;
import org.moderato.release.guard.ByteCodeCheck;
import org.moderato.release.guard.ByteCodeCheck.Violation;
import org.moderato.release.guard.Finding;
import org.moderato.strategy.rule.RuleInfo;

/**
 * Compiles rule files and rule tables, each time as a module of its own name, aside from everything
 * that is in force. One build at a time: Drools keeps static state while it builds.
 */
public final class RuleCompiler {

  private final Optional<ClassCache> cache;
  private final Set<Layer> layers;
  private final List<Problem> problems = new ArrayList<>();
  private final List<ParsedText> texts = new ArrayList<>();

  public RuleCompiler() {
    this(Optional.empty());
  }

  /**
   * @param cache where compiled rules are kept; empty: nowhere
   */
  public RuleCompiler(Optional<ClassCache> cache) {
    this(cache, EnumSet.allOf(Layer.class));
  }

  /**
   * @param layers what guards; a test leaves one out to see that it matters
   */
  RuleCompiler(Optional<ClassCache> cache, Set<Layer> layers) {
    this.cache = cache;
    this.layers = Set.copyOf(layers);
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
    Declarations declarations = Declarations.of(texts);
    // What has no allowed form may run code while it is built: then nothing is.
    return layers.contains(Layer.FORMS) && !haveAllowedForms(declarations)
        ? new Compiled(Optional.empty(), problems)
        : CompileTime.bounded(() -> build(types, declarations));
  }

  private boolean haveAllowedForms(Declarations declarations) {
    int before = problems.size();
    for (ParsedText parsed : texts) {
      List<Fault> faults = new FormCheck(parsed, declarations).faults();
      problems.addAll(parsed.text().problems(faults));
    }
    int rules = texts.stream().mapToInt(text -> text.content().getRules().size()).sum();
    if (rules > RuleLimits.RULES) {
      String message = "The strategy has more than " + RuleLimits.RULES + " rules";
      problems.add(RuleFile.error(Finding.LIMIT, "rules", 0, message, null));
    } else {
      CompileMemory.problem(rules).ifPresent(problems::add);
    }
    return problems.size() == before;
  }

  private void checkByteCode(Build build, Declarations declarations) {
    List<Violation> violations =
        new ByteCodeCheck(AllowList.published(), build.classes(), declarations.classes())
            .violations();
    problems.addAll(new Culprits(texts).problems(violations));
  }

  private void addFile(String file, byte[] bytes) {
    ParsedText parsed = ParsedText.parse(RuleFile.of(file, bytes));
    if (parsed.faults().isEmpty()) {
      texts.add(parsed);
    }
  }

  private void addSheet(RuleSheet sheet) {
    Optional<RenderedTable> table =
        new TableRenderer(problems, layers.contains(Layer.CELLS)).render(sheet);
    if (table.isEmpty()) {
      return;
    }
    ParsedText parsed = ParsedText.parse(table.get());
    problems.addAll(table.get().problems(parsed.faults()));
    if (parsed.faults().isEmpty()) {
      texts.add(parsed);
    }
  }

  private Compiled build(DeclaredTypes types, Declarations declarations) {
    Map<String, String> resources = resources();
    Build build =
        cache.map(kept -> Build.run(resources, kept)).orElseGet(() -> Build.run(resources));
    if (!build.isGood()) {
      build.discard();
      Set<String> known = types.problems().stream().map(Problem::file).collect(Collectors.toSet());
      problems.addAll(new Diagnosis(texts, known).problems());
    }
    if (build.isGood() && layers.contains(Layer.BYTE_CODE)) {
      checkByteCode(build, declarations);
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
