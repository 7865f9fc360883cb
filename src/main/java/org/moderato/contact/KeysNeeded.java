package org.moderato.contact;

import java.util.Set;

/**
 * Thrown while customers are locked, when more has to be locked: the work starts over, since keys
 * are only ever taken in ascending order.
 */
final class KeysNeeded extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Set<Long> keys;

  KeysNeeded(Set<Long> keys) {
    super("more keys are needed", null, false, false);
    this.keys = Set.copyOf(keys);
  }

  Set<Long> keys() {
    return keys;
  }
}
