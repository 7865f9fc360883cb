package org.moderato.strategy.table;

/** Over whom contacts are counted. */
public enum Level {
  /** The person, over all linked ids. */
  CUSTOMER,
  /** All people of the company. */
  ACCOUNT,
  /** All people of the household. */
  HOUSEHOLD
}
