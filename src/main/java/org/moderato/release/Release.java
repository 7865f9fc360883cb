package org.moderato.release;

import java.util.List;
import org.moderato.strategy.judge.Strategy;

/**
 * One immutable version of the strategy, loaded. In use until everybody who took a lease has given
 * it back.
 */
public final class Release {

  private final String id;
  private final String hash;
  private final Strategy strategy;
  private final List<Problem> warnings;
  private final Runnable disposal;

  private int leases;
  private boolean retired;
  private boolean disposed;

  /**
   * @param id what answers name, such as {@code 2026-11-22-3f9c2e1}
   * @param hash of its files, 64 hex digits
   * @param warnings what its check found that does not stand in the way
   * @param disposal frees what the strategy holds; run once, when nobody uses it any more
   */
  public Release(
      String id, String hash, Strategy strategy, List<Problem> warnings, Runnable disposal) {
    this.id = id;
    this.hash = hash;
    this.strategy = strategy;
    this.warnings = List.copyOf(warnings);
    this.disposal = disposal;
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
      disposal.run();
    }
  }
}
