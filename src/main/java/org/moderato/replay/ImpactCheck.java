package org.moderato.replay;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.moderato.release.Deadline;
import org.moderato.release.check.Candidate;
import org.moderato.release.check.Findings;
import org.moderato.release.check.Impact;
import org.moderato.release.check.StrategyCheck;

/** Tells what a strategy would have answered to messages of the past. */
@ApplicationScoped
class ImpactCheck implements StrategyCheck {

  private static final Impact NOTHING = new Impact(0, 0, false, List.of(), List.of());

  private final Replay replay;
  private final ImpactConfig config;

  /** However many strategies are checked at once, requests lose one processor to this at most. */
  private final Semaphore one = new Semaphore(1);

  ImpactCheck(Replay replay, ImpactConfig config) {
    this.replay = replay;
    this.config = config;
  }

  @Override
  public Findings check(Candidate candidate) {
    if (config.decisions() <= 0) {
      return Findings.of(List.of());
    }
    try {
      return new Findings(List.of(), null, inTurn(Trial.of(candidate)));
    } catch (SQLException e) {
      // A strategy must not be refused because nobody could look at the past.
      Log.warn("the decision log could not be judged again", e);
      return new Findings(List.of(), null, NOTHING);
    }
  }

  private Impact inTurn(Trial trial) throws SQLException {
    Deadline time = new Deadline(config.time());
    if (!isMyTurn()) {
      return NOTHING;
    }
    try {
      ImpactCount count = new ImpactCount();
      return count.impact(replay.run(trial, config.decisions(), time, count));
    } finally {
      one.release();
    }
  }

  private boolean isMyTurn() {
    try {
      return one.tryAcquire(config.time().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
