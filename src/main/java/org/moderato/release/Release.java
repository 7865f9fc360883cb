package org.moderato.release;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.judge.Strategy;
import org.moderato.strategy.table.Attribute;
import org.moderato.strategy.table.CountingRow;
import org.moderato.strategy.table.Level;
import org.moderato.strategy.table.Scope;

/**
 * One immutable version of the strategy, loaded. In use until everybody who took a lease has given
 * it back.
 */
public final class Release {

  private final String id;
  private final String hash;
  private final Strategy strategy;
  private final List<Problem> warnings;
  private final StrategyLoader.Loaded loaded;
  private final Set<GroupScope> groupScopes;
  private final AtomicReference<Duration> lookback;
  private final FailureLog failures = new FailureLog();

  private int leases;
  private boolean retired;
  private boolean disposed;

  /**
   * @param id what answers name, such as {@code 2026-11-22-3f9c2e1}
   * @param hash of its files, 64 hex digits
   * @param loaded disposed of when nobody uses it any more
   * @param warnings what its check found that does not stand in the way
   */
  public Release(String id, String hash, StrategyLoader.Loaded loaded, List<Problem> warnings) {
    this.id = id;
    this.hash = hash;
    this.loaded = loaded;
    this.strategy = loaded.strategy();
    this.warnings = List.copyOf(warnings);
    this.lookback = new AtomicReference<>(strategy.lookback());
    this.groupScopes =
        strategy.tables().values().stream()
            .flatMap(table -> table.rows().stream())
            .filter(CountingRow.class::isInstance)
            .map(CountingRow.class::cast)
            .filter(row -> row.getLevel() != Level.CUSTOMER)
            .map(GroupScope::of)
            .collect(Collectors.toSet());
  }

  /**
   * Over which groups contacts of such a message may be counted: they are locked and loaded too.
   * Whether a row matches the customer is not asked: nobody is known before the lock.
   */
  public Set<Level> levels(Message message) {
    Set<Level> levels = EnumSet.noneOf(Level.class);
    for (GroupScope group : groupScopes) {
      if (!levels.contains(group.level()) && group.mayCount(message)) {
        levels.add(group.level());
      }
    }
    return levels;
  }

  /** Which messages rows of a group speak of, whoever the customer is. */
  private record GroupScope(Level level, Scope scope) {

    static GroupScope of(CountingRow row) {
      return new GroupScope(
          row.getLevel(),
          row.getHead().scope().only(attribute -> attribute.owner() == Attribute.Owner.MESSAGE));
    }

    boolean mayCount(Message message) {
      return Stream.concat(Stream.of(message.getChannel()), message.alternatives().stream())
          .anyMatch(c -> scope.accepts(message.labels().onChannel(c), Customer.UNKNOWN));
    }
  }

  /** How much history a judgement needs: what the rows say, or the most that a rule ever asked. */
  public Duration lookback() {
    return lookback.get();
  }

  /** Remembers that a rule asked about more history than the rows say. */
  public void needsLookback(Duration needed) {
    lookback.accumulateAndGet(needed, (a, b) -> a.compareTo(b) > 0 ? a : b);
  }

  /** Notes that it failed while it judged. */
  void failed(Instant at, String reason) {
    failures.add(at, reason);
  }

  /** Set once it failed again and again. */
  public Optional<Suspicion> suspicion() {
    return failures.suspicion();
  }

  public String id() {
    return id;
  }

  public String hash() {
    return hash;
  }

  public Strategy strategy() {
    return strategy;
  }

  /** The same strategy as it was loaded. */
  public StrategyLoader.Loaded loaded() {
    return loaded;
  }

  /** The scenarios that stand beside its tables. */
  public List<ScenarioSheet> scenarioSheets() {
    return loaded.scenarioSheets();
  }

  public List<Problem> warnings() {
    return warnings;
  }

  /** Takes a lease; false if the release is gone already. */
  synchronized boolean lease() {
    if (disposed) {
      return false;
    }
    leases++;
    return true;
  }

  synchronized void giveBack() {
    leases--;
    disposeIfUnused();
  }

  /** No longer in force nor kept: dispose of it as soon as nobody uses it. */
  synchronized void retire() {
    retired = true;
    disposeIfUnused();
  }

  private void disposeIfUnused() {
    if (retired && leases == 0 && !disposed) {
      disposed = true;
      loaded.disposal().run();
    }
  }
}
