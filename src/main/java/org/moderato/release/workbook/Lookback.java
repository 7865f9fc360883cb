package org.moderato.release.workbook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.moderato.strategy.table.RowData;
import org.moderato.strategy.table.Settings;
import org.moderato.strategy.time.Span;
import org.moderato.strategy.time.Window;

/** How far back in the history the rows look. */
final class Lookback {

  /** Waits and their bounds are spans too, but ask nothing of the history. */
  private static final Set<String> WAITS = Set.of("waitAtMost", "askAgainAfter");

  private static final Duration WITHOUT_ROWS = Duration.ofDays(1);
  private static final Duration SLACK = Duration.ofHours(1);

  private Lookback() {}

  /** The longest window or duration of any row, and some slack. */
  static Duration of(List<RowData> rows, Settings settings) {
    return rows.stream()
        .flatMap(row -> row.values().entrySet().stream())
        .filter(value -> !WAITS.contains(value.getKey()))
        .flatMap(value -> reach(value.getValue(), settings).stream())
        .max(Duration::compareTo)
        .orElse(WITHOUT_ROWS)
        .plus(SLACK);
  }

  private static Optional<Duration> reach(Object value, Settings settings) {
    if (value instanceof Window window) {
      return Optional.of(window.lookback().orElse(settings.historyKept()));
    }
    return value instanceof Span span ? Optional.of(span.longest()) : Optional.empty();
  }
}
