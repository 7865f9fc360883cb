package org.moderato.replay;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.moderato.evaluation.Decision;
import org.moderato.evaluation.LogFormat;
import org.moderato.release.Deadline;
import org.moderato.release.Release;
import org.moderato.replay.Past.Wish;
import org.moderato.strategy.LookbackExceededException;
import org.moderato.strategy.StrategyException;
import org.moderato.strategy.judge.Judge;
import org.moderato.strategy.judge.Verdict;
import org.moderato.strategy.rule.Effort;
import org.moderato.strategy.table.Level;

/** Judges decisions again under both strategies of a trial; for one thread. */
final class Rejudging {

  /** A rule that asks for more history each time has no end. */
  private static final int MOST_READINGS = 3;

  private static final Comparator<Replayed> NEWEST_FIRST =
      Comparator.comparing((Replayed replayed) -> replayed.decision().decision().id()).reversed();

  private final Trial trial;
  private final Bounds bounds;
  private final LogFormat format;
  private int failed;

  /**
   * @param trial the strategies
   * @param format of the log
   */
  Rejudging(Trial trial, Bounds bounds, LogFormat format) {
    this.trial = trial;
    this.bounds = bounds;
    this.format = format;
  }

  /**
   * What bounds the work.
   *
   * @param all the time for everything
   * @param each the time for one judgement
   */
  record Bounds(Deadline all, Duration each) {

    Effort forOne() {
      Deadline one = new Deadline(each);
      return () -> {
        all.check();
        one.check();
      };
    }
  }

  /** Reads more history. */
  interface MoreHistory {
    List<Past> of(List<Wish> wishes) throws SQLException;
  }

  /** Whether time ran out. */
  boolean isCutShort() {
    return bounds.all().isOver();
  }

  /** How many of the last decisions could not be judged. */
  int failed() {
    return failed;
  }

  /**
   * Judges decisions.
   *
   * @return those that could be judged, the newest first
   */
  List<Replayed> all(List<Past> pasts, MoreHistory more) throws SQLException {
    failed = 0;
    List<Replayed> replayed = new ArrayList<>();
    List<Past> waiting = pasts;
    for (int n = 0; n < MOST_READINGS && !waiting.isEmpty() && !isCutShort(); n++) {
      List<Wish> wishes = new ArrayList<>();
      for (Past past : waiting) {
        judge(past, wishes).ifPresent(replayed::add);
      }
      waiting = wishes.isEmpty() ? List.of() : more.of(wishes);
    }
    replayed.sort(NEWEST_FIRST);
    return replayed;
  }

  /** Empty if it could not be judged, or only with more history. */
  private Optional<Replayed> judge(Past past, List<Wish> wishes) {
    if (isCutShort()) {
      return Optional.empty();
    }
    Set<Level> levels = levels(past);
    if (!past.levels().containsAll(levels)) {
      wishes.add(new Wish(past, trial.lookback(), levels));
      return Optional.empty();
    }
    try {
      Verdict before = before(past);
      Verdict after = verdict(trial.candidate(), past);
      return Optional.of(new Replayed(past.logged(), before, after));
    } catch (LookbackExceededException e) {
      wishes.add(new Wish(past, e.needed(), levels));
    } catch (StrategyException e) {
      failed += isCutShort() ? 0 : 1;
    }
    return Optional.empty();
  }

  private Set<Level> levels(Past past) {
    Set<Level> levels = EnumSet.copyOf(past.levels());
    levels.addAll(trial.levels(past.logged().message()));
    return levels;
  }

  private Verdict before(Past past) {
    Decision decision = past.logged().decision();
    return trial
        .active()
        .map(release -> verdict(release, past))
        .orElseGet(() -> format.answered(decision));
  }

  private Verdict verdict(Release release, Past past) {
    return new Judge(release.strategy(), past.view(), bounds.forOne(), false)
        .judge(past.logged().message(), past.at());
  }
}
