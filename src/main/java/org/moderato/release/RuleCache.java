package org.moderato.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.moderato.release.drools.ClassCache;
import org.moderato.release.drools.Compiled;
import org.moderato.release.drools.CompiledRules;
import org.moderato.release.drools.DeclaredTypes;
import org.moderato.release.drools.RuleCompiler;

/**
 * Compiled rules, shared by the releases that have the same rule files and rule tables: an edit of
 * a policy table compiles nothing, also in a workbook that holds rule tables.
 */
@ApplicationScoped
public class RuleCache {

  private final Optional<ClassCache> classes;
  private final Map<Key, Entry> entries = new HashMap<>();

  /** All that compiled rules depend on. */
  private record Key(String rulesHash, List<RuleSheet> sheets) {}

  @Inject
  RuleCache(ReleaseConfig config) {
    this(Optional.of(new ClassCache(config.cache())));
  }

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

    private final Key key;
    private final Compiled compiled;

    private Shared(Key key, Compiled compiled) {
      this.key = key;
      this.compiled = compiled;
    }

    Optional<CompiledRules> rules() {
      return compiled.rules();
    }

    List<Problem> problems() {
      return compiled.problems();
    }

    void close() {
      release(key);
    }
  }

  /** Compiles, one strategy after the other, unless the same rules are in use already. */
  synchronized Shared get(StrategyFiles files, List<RuleSheet> sheets, DeclaredTypes types) {
    Key key = new Key(new StrategyFiles(files.rules()).hash(), List.copyOf(sheets));
    Entry entry =
        entries.computeIfAbsent(
            key, k -> new Entry(new RuleCompiler(classes).compile(files.rules(), sheets, types)));
    entry.users++;
    return new Shared(key, entry.compiled);
  }

  private synchronized void release(Key key) {
    Entry entry = entries.get(key);
    entry.users--;
    if (entry.users == 0) {
      entries.remove(key);
      entry.compiled.rules().ifPresent(CompiledRules::close);
    }
  }
}
