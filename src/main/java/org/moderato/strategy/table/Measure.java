package org.moderato.strategy.table;

/** What a cap limits. */
public enum Measure {
  /** The number of contacts. */
  CONTACTS,
  /** The sum of their weights. */
  WEIGHT
}
