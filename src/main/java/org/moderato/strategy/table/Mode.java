package org.moderato.strategy.table;

/** Whether a row's findings are acted upon. */
public enum Mode {
  /** Acted upon. */
  ENFORCE,
  /** Judged and reported, not acted upon: for a careful roll-out. */
  SHADOW,
  /** Not acted upon, since an exemption frees the message of this kind of policy. */
  EXEMPT,
  /** Not acted upon, since a more particular row takes its place. */
  OVERRIDDEN
}
