package org.moderato.strategy.table;

/** Where a spacing looks. */
public enum Direction {
  /** The message keeps its distance to contacts before and after it. */
  BOTH,
  /** Only to contacts before it. */
  AFTER
}
