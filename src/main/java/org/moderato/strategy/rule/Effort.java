package org.moderato.strategy.rule;

/**
 * Bounds the work of a judgement. Co-operative: asked in every call of history, policies and
 * verdict, and before each firing.
 */
public interface Effort {

  /**
   * @throws org.moderato.strategy.StrategyException if the deadline has passed
   */
  void check();

  /** No bound, for tools and tests. */
  static Effort unbounded() {
    return () -> {};
  }
}
