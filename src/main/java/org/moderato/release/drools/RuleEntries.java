package org.moderato.release.drools;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.moderato.release.StrategyFiles;
import org.moderato.release.diff.Entry;
import org.moderato.release.diff.EntrySource;
import org.moderato.strategy.table.Source;

/** The rules and declared types of rule files, by their names. */
@ApplicationScoped
public class RuleEntries implements EntrySource {

  private static final String RULES = "Rules";

  @Override
  public List<Entry> entries(StrategyFiles files) {
    List<Entry> entries = new ArrayList<>();
    files.rules().forEach((file, bytes) -> entries.addAll(entries(file, bytes)));
    return entries;
  }

  private static List<Entry> entries(String file, byte[] bytes) {
    RuleFile text = RuleFile.of(file, bytes);
    ParsedText parsed = ParsedText.parse(text);
    if (!parsed.faults().isEmpty()) {
      return List.of(entry(file, new Source(file, null, 1), text.drl()));
    }
    List<Entry> entries = new ArrayList<>();
    String rest = text.drl();
    Stream<BaseDescr> parts =
        Stream.concat(parsed.rules().stream(), parsed.content().getTypeDeclarations().stream());
    for (BaseDescr part : parts.toList()) {
      String own = text(text.drl(), part);
      rest = rest.replace(own, "");
      entries.add(entry(name(part), source(file, part), own));
    }
    if (!rest.isBlank()) {
      entries.add(entry(file + " beside its rules", new Source(file, null, 1), rest.strip()));
    }
    return entries;
  }

  private static Entry entry(String name, Source source, String text) {
    return new Entry(RULES, name, source, Map.of("text", text));
  }

  private static Source source(String file, BaseDescr part) {
    return new Source(file, null, Math.max(part.getLine(), 1));
  }

  private static String name(BaseDescr part) {
    return part instanceof RuleDescr rule
        ? "rule \"" + rule.getName() + "\""
        : "declare " + ((TypeDeclarationDescr) part).getTypeName();
  }

  private static String text(String drl, BaseDescr part) {
    int start = Math.max(part.getStartCharacter(), 0);
    if (part instanceof TypeDeclarationDescr) {
      start = Math.max(drl.lastIndexOf("declare", start), 0);
    }
    return drl.substring(start, Math.min(part.getEndCharacter() + 1, drl.length())).strip();
  }
}
