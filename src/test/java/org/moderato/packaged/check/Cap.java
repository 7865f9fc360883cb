package org.moderato.packaged.check;

import java.time.Duration;

/**
 * A frequency cap, as the strategy of the run has it.
 *
 * @param row the id of its row
 * @param category which messages it counts and holds back
 * @param atMost how many contacts one window may hold
 * @param window how long windows are; they start after an instant and end at one
 * @param level whose contacts are counted together
 */
public record Cap(String row, String category, int atMost, Duration window, Level level) {

  /** Who shares a cap. */
  public enum Level {
    CUSTOMER,
    ACCOUNT,
    HOUSEHOLD
  }
}
