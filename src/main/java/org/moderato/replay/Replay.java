package org.moderato.replay;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.moderato.evaluation.EvaluationConfig;
import org.moderato.evaluation.LogFormat;
import org.moderato.release.Deadline;
import org.moderato.replay.PastReader.Page;

/** Puts decisions of the log to two strategies and tells what each of them says. */
@ApplicationScoped
class Replay {

  private static final int PAGE = 200;

  private final PastReader reader;
  private final LogFormat format;
  private final EvaluationConfig config;

  Replay(PastReader reader, LogFormat format, EvaluationConfig config) {
    this.reader = reader;
    this.format = format;
    this.config = config;
  }

  /**
   * Judges decisions again, the newest first, on the thread of the caller.
   *
   * @param wanted at most so many
   * @param time bounds all of it
   * @param heard is told of each
   * @throws SQLException if the log cannot be read
   */
  Extent run(Trial trial, int wanted, Deadline time, Consumer<Replayed> heard) throws SQLException {
    Rejudging judging = new Rejudging(trial, new Rejudging.Bounds(time, config.deadline()), format);
    Extent extent = Extent.NONE;
    @Nullable UUID before = null;
    for (int left = wanted; left > 0; left -= PAGE) {
      if (time.isOver()) {
        return extent.incomplete();
      }
      Page page = reader.page(before, Math.min(left, PAGE));
      List<Replayed> replayed = judging.all(page.pasts(), reader::more);
      replayed.forEach(heard);
      if (judging.isCutShort()) {
        int gone = page.read() - page.pasts().size();
        return extent.plus(replayed.size(), gone + judging.failed()).incomplete();
      }
      extent = extent.plus(replayed.size(), page.read() - replayed.size());
      if (page.read() < Math.min(left, PAGE)) {
        return extent;
      }
      before = page.last();
    }
    return extent;
  }
}
