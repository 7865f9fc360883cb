package org.moderato.overload;

import org.moderato.strategy.Names;

/** How much a message matters when not all can be answered; declared in the order of their turn. */
public enum MessageClass {
  /** Never refused but to protect the memory. */
  VITAL,
  /** Refused when the line is full. */
  STANDARD,
  /** Refused first. */
  MARKETING;

  /** For metrics and settings. */
  public String word() {
    return Names.word(name());
  }
}
