package org.moderato.release.drools;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;
import org.moderato.release.Problem;
import org.moderato.strategy.rule.RuleInfo;
import org.moderato.strategy.table.Source;
import org.moderato.strategy.table.TableType;
import org.moderato.strategy.time.Span;

/** Reads rule files without compiling them: which tables they declare, which rules they hold. */
public final class RuleFiles {

  private final List<TableType> types = new ArrayList<>();
  private final Map<String, RuleInfo> rules = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private Optional<Duration> lookback = Optional.empty();

  private RuleFiles() {}

  /** Reads all rule files. Never throws for what is wrong with them. */
  public static DeclaredTypes read(SortedMap<String, byte[]> files) {
    RuleFiles reader = new RuleFiles();
    files.forEach(reader::readFile);
    return new DeclaredTypes(reader.types, reader.rules, reader.lookback, reader.problems);
  }

  private void readFile(String file, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    PackageDescr parsed = parse(file, text);
    if (parsed == null) {
      return;
    }
    for (TypeDeclarationDescr declared : parsed.getTypeDeclarations()) {
      new TypeReader(file, declared, problems).read().ifPresent(type -> add(type));
    }
    parsed.getRules().forEach(rule -> addRule(file, rule));
  }

  private @Nullable PackageDescr parse(String file, String text) {
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    try {
      PackageDescr parsed = parser.parse(false, text);
      for (DroolsError error : parser.getErrors()) {
        problems.add(syntax(file, line(error), error.getMessage()));
      }
      return parsed;
    } catch (DroolsParserException | RuntimeException e) {
      problems.add(syntax(file, null, String.valueOf(e.getMessage())));
      return null;
    }
  }

  private static @Nullable String line(DroolsError error) {
    int[] lines = error.getLines();
    return lines.length == 0 || lines[0] < 1 ? null : String.valueOf(lines[0]);
  }

  private static Problem syntax(String file, @Nullable String line, String message) {
    return problem("MOD-DRL-001", file, line, "The rule file cannot be read: " + message, null);
  }

  static Problem problem(
      String code, String file, @Nullable String line, String message, @Nullable String hint) {
    return new Problem(Problem.Severity.ERROR, code, file, null, line, message, hint);
  }

  private void add(TableType type) {
    Optional<TableType> same =
        types.stream().filter(known -> known.name().equalsIgnoreCase(type.name())).findFirst();
    if (same.isPresent()) {
      String message =
          "The type " + type.name() + " is declared in " + same.get().source() + " too";
      String line = String.valueOf(type.source().row());
      problems.add(
          problem("MOD-DRL-005", type.source().file(), line, message, "Give it another name"));
      return;
    }
    types.add(type);
  }

  private void addRule(String file, RuleDescr rule) {
    String kind = Annotations.text(rule, "kind");
    Source source = new Source(file, null, Math.max(rule.getLine(), 1));
    rules.put(rule.getName(), new RuleInfo(rule.getName(), kind, source));
    String text = Annotations.text(rule, "lookback");
    if (text == null) {
      return;
    }
    try {
      Duration longest = Span.parse(text).longest();
      lookback =
          lookback.filter(known -> known.compareTo(longest) >= 0).or(() -> Optional.of(longest));
    } catch (IllegalArgumentException e) {
      String line = String.valueOf(source.row());
      problems.add(problem("MOD-DRL-006", file, line, "@lookback: " + e.getMessage(), null));
    }
  }

  /** The Java classes that fields of a table may have, by the name that a declaration uses. */
  static final Map<String, Class<?>> FIELD_TYPES =
      Map.ofEntries(
          Map.entry("String", String.class),
          Map.entry("Integer", Integer.class),
          Map.entry("Long", Long.class),
          Map.entry("Double", Double.class),
          Map.entry("BigDecimal", java.math.BigDecimal.class),
          Map.entry("Boolean", Boolean.class),
          Map.entry("LocalDate", java.time.LocalDate.class),
          Map.entry("LocalTime", java.time.LocalTime.class),
          Map.entry("ZoneId", ZoneId.class),
          Map.entry("List", List.class),
          Map.entry("Span", Span.class),
          Map.entry("Window", org.moderato.strategy.time.Window.class),
          Map.entry("TimeRange", org.moderato.strategy.time.TimeRange.class),
          Map.entry("Days", org.moderato.strategy.time.Days.class),
          Map.entry("Waiting", org.moderato.strategy.table.Waiting.class),
          Map.entry("Level", org.moderato.strategy.table.Level.class),
          Map.entry("Measure", org.moderato.strategy.table.Measure.class),
          Map.entry("Direction", org.moderato.strategy.table.Direction.class),
          Map.entry("Regime", org.moderato.strategy.table.Regime.class));
}
