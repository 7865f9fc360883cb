package org.moderato.strategy.table;

/** What consent a kind of message needs. */
public enum Regime {
  /** The customer must have opted in. */
  OPT_IN,
  /** The customer must not have opted out. */
  OPT_OUT,
  /** None: even an opt-out does not matter, as for notices that the law demands. */
  NONE
}
