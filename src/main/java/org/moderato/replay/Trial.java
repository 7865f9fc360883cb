package org.moderato.replay;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.moderato.release.Release;
import org.moderato.release.check.Baseline;
import org.moderato.release.check.Candidate;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.table.Level;

/**
 * Two strategies that the same decisions are put to.
 *
 * @param candidate the new one
 * @param active the one to compare with; empty: with what was answered
 */
record Trial(Release candidate, Optional<Release> active) {

  static Trial of(Candidate candidate) {
    return new Trial(
        new Release("candidate", candidate.files().hash(), candidate.loaded(), List.of()),
        candidate.active().map(Baseline::release));
  }

  private Stream<Release> both() {
    return Stream.concat(Stream.of(candidate), active.stream());
  }

  /** Whose history one of them may count for such a message. */
  Set<Level> levels(Message message) {
    Set<Level> levels = EnumSet.of(Level.CUSTOMER);
    both().forEach(release -> levels.addAll(release.levels(message)));
    return levels;
  }

  /** How much history the rows of both need. */
  Duration lookback() {
    return both().map(Release::lookback).max(Duration::compareTo).orElseThrow();
  }
}
