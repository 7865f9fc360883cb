package org.moderato.replay;

/**
 * How much was judged again.
 *
 * @param judged how many decisions
 * @param skipped how many could not be
 * @param complete whether there was time for all that were wanted
 */
record Extent(int judged, int skipped, boolean complete) {

  static final Extent NONE = new Extent(0, 0, true);

  Extent plus(int moreJudged, int moreSkipped) {
    return new Extent(judged + moreJudged, skipped + moreSkipped, complete);
  }

  Extent incomplete() {
    return new Extent(judged, skipped, false);
  }
}
