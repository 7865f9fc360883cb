package org.moderato.overload;

/**
 * How many work on evaluations.
 *
 * @param all at the same time
 * @param shared of these, how many on other than vital messages
 */
record Workers(int all, int shared) {

  /**
   * While one waits for the database others can judge; more would only take the processor from
   * those who read requests and refuse them.
   */
  private static final int PER_PROCESSOR = 3;

  private static final int MOST = 16;

  static Workers of(OverloadConfig config, int processors) {
    int all = config.workers().orElse(Math.min(MOST, PER_PROCESSOR * processors));
    return new Workers(all, Math.max(1, all - config.reserved().orElse(Math.max(1, all / 4))));
  }
}
