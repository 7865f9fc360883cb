package org.moderato.release.drools;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.jspecify.annotations.Nullable;
import org.moderato.release.Problem;
import org.moderato.strategy.rule.RuleInfo;
import org.moderato.strategy.table.Source;
import org.moderato.strategy.table.TableType;
import org.moderato.strategy.time.Span;

/** Reads rule files without compiling them: which tables they declare, which rules they hold. */
public final class RuleFiles {

  static {
    EngineLocale.pin();
  }

  /** A call of the verdict, and the first word among what it is given. */
  private static final Pattern SAID = Pattern.compile("\\bverdict\\s*\\.\\s*\\w+\\(\\s*([$\\w]*)");

  private final List<TableType> types = new ArrayList<>();
  private final Map<String, RuleInfo> rules = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private Optional<Duration> lookback = Optional.empty();

  private RuleFiles() {}

  /**
   * Reads all rule files. Never throws for what is wrong with them.
   *
   * @param files contents by path inside the strategy
   */
  public static DeclaredTypes read(SortedMap<String, byte[]> files) {
    RuleFiles reader = new RuleFiles();
    Map<String, ParsedText> parsed = new HashMap<>();
    files.forEach((file, bytes) -> parsed.put(file, parse(file, bytes)));
    // A rule may read a type that another file declares: types come first.
    files.keySet().forEach(file -> reader.readTypes(file, parsed.get(file)));
    files.keySet().forEach(file -> reader.readRules(file, parsed.get(file)));
    return new DeclaredTypes(reader.types, reader.rules, reader.lookback, reader.problems);
  }

  private static ParsedText parse(String file, byte[] bytes) {
    return ParsedText.parse(RuleFile.of(file, bytes));
  }

  private void readTypes(String file, ParsedText parsed) {
    for (RuleText.Fault fault : parsed.faults()) {
      String code = fault.code("MOD-DRL-001");
      problems.add(RuleFile.error(code, file, fault.line(), fault.message(), null));
    }
    for (TypeDeclarationDescr declared : parsed.content().getTypeDeclarations()) {
      new TypeReader(file, declared, problems).read().ifPresent(this::add);
    }
  }

  private void add(TableType type) {
    Optional<TableType> same =
        types.stream().filter(known -> known.name().equalsIgnoreCase(type.name())).findFirst();
    if (same.isEmpty()) {
      types.add(type);
      return;
    }
    String message = "The type " + type.name() + " is declared in " + same.get().source() + " too";
    report("MOD-DRL-005", type.source(), message, "Give it another name");
  }

  private void readRules(String file, ParsedText parsed) {
    for (RuleDescr rule : parsed.rules()) {
      Source source = new Source(file, null, Math.max(rule.getLine(), 1));
      String kind = kind(rule);
      if (kind == null && String.valueOf(rule.getConsequence()).contains("verdict")) {
        String message = "The rule \"" + rule.getName() + "\" says no policy kind";
        report("MOD-DRL-007", source, message, "Add @kind( \"...\" ) to it, below its name");
      }
      String key = RuleInfoKeys.key(parsed.content().getName(), rule.getName());
      rules.put(key, new RuleInfo(rule.getName(), kind, source, speaksItself(rule)));
      readLookback(rule, source);
    }
  }

  /** Its own, else that of the first table that it reads. */
  private @Nullable String kind(RuleDescr rule) {
    String own = Annotations.text(rule, "kind");
    if (own != null) {
      return own;
    }
    return patternTypes(rule.getLhs())
        .flatMap(name -> types.stream().filter(type -> type.name().equals(name)))
        .map(TableType::kind)
        .findFirst()
        .orElse(null);
  }

  private static Stream<String> patternTypes(Object condition) {
    return patterns(condition).map(pattern -> TypeReader.simpleName(pattern.getObjectType()));
  }

  private static Stream<PatternDescr> patterns(Object condition) {
    if (condition instanceof PatternDescr pattern) {
      return Stream.of(pattern);
    }
    if (condition instanceof ConditionalElementDescr group) {
      return group.getDescrs().stream().map(BaseDescr.class::cast).flatMap(RuleFiles::patterns);
    }
    return Stream.empty();
  }

  /** Whether some call says something that it doesn't say for a row; in doubt it does. */
  private boolean speaksItself(RuleDescr rule) {
    Set<String> rows =
        patterns(rule.getLhs())
            .filter(pattern -> isTable(TypeReader.simpleName(pattern.getObjectType())))
            .map(pattern -> String.valueOf(pattern.getIdentifier()))
            .collect(Collectors.toSet());
    List<String> said =
        SAID.matcher(String.valueOf(rule.getConsequence()))
            .results()
            .map(call -> call.group(1))
            .toList();
    return said.isEmpty() || !rows.containsAll(said);
  }

  private boolean isTable(String name) {
    return types.stream().anyMatch(type -> type.name().equals(name));
  }

  private void readLookback(RuleDescr rule, Source source) {
    String text = Annotations.text(rule, "lookback");
    if (text == null) {
      return;
    }
    try {
      Duration longest = Span.parse(text).longest();
      lookback =
          lookback.filter(known -> known.compareTo(longest) >= 0).or(() -> Optional.of(longest));
    } catch (IllegalArgumentException e) {
      report("MOD-DRL-006", source, "@lookback: " + e.getMessage(), null);
    }
  }

  private void report(String code, Source source, String message, @Nullable String hint) {
    problems.add(RuleFile.error(code, source.file(), source.row(), message, hint));
  }
}
