package org.moderato.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.moderato.release.drools.ClassCache;
import org.moderato.release.drools.Compiled;
import org.moderato.release.drools.CompiledRules;
import org.moderato.release.drools.DeclaredTypes;
import org.moderato.release.drools.RuleCompiler;

/**
 * Compiled rules, shared by the releases that have the same rules: an edit of a policy table
 * compiles nothing.
 */
@ApplicationScoped
public class RuleCache {

  private final Optional<ClassCache> classes;
  private final Map<String, Entry> entries = new HashMap<>();

  RuleCache() {
    this(Optional.empty());
  }

  /**
   * @param classes where compiled rules are kept for the next program; empty: nowhere
   */
  RuleCache(Optional<ClassCache> classes) {
    this.classes = classes;
  }

  private static final class Entry {
    private final Compiled compiled;
    private int users;

    Entry(Compiled compiled) {
      this.compiled = compiled;
    }
  }

  /** Rules in use by one release; to be closed once. */
  final class Shared {

    private final String hash;
    private final Compiled compiled;

    private Shared(String hash, Compiled compiled) {
      this.hash = hash;
      this.compiled = compiled;
    }

    Optional<CompiledRules> rules() {
      return compiled.rules();
    }

    List<Problem> problems() {
      return compiled.problems();
    }

    void close() {
      release(hash);
    }
  }

  /** Compiles, one strategy after the other, unless the same rules are in use already. */
  synchronized Shared get(StrategyFiles files, List<RuleSheet> sheets, DeclaredTypes types) {
    SortedMap<String, byte[]> tables = workbooksOf(sheets, files);
    String hash = hash(files, tables);
    Entry entry =
        entries.computeIfAbsent(
            hash, h -> new Entry(new RuleCompiler(classes).compile(files.rules(), tables, sheets, types)));
    entry.users++;
    return new Shared(hash, entry.compiled);
  }

  private static SortedMap<String, byte[]> workbooksOf(
      List<RuleSheet> sheets, StrategyFiles files) {
    Set<String> names = sheets.stream().map(RuleSheet::file).collect(Collectors.toSet());
    SortedMap<String, byte[]> workbooks = files.workbooks();
    workbooks.keySet().retainAll(names);
    return workbooks;
  }

  /** Rule tables should stand in workbooks of their own: any edit of theirs compiles. */
  private static String hash(StrategyFiles files, SortedMap<String, byte[]> tables) {
    SortedMap<String, byte[]> sources = new TreeMap<>(files.rules());
    sources.putAll(tables);
    return new StrategyFiles(sources).hash();
  }

  private synchronized void release(String hash) {
    Entry entry = entries.get(hash);
    entry.users--;
    if (entry.users == 0) {
      entries.remove(hash);
      entry.compiled.rules().ifPresent(CompiledRules::close);
    }
  }
}
