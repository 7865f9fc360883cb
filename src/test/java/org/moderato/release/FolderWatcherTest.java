package org.moderato.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moderato.TestFolder;
import org.moderato.release.workbook.TestWorkbooks;

class FolderWatcherTest {

  private static final Duration SETTLE = Duration.ofMillis(300);

  private final SteppingClock clock = new SteppingClock();
  private TestFolder folder;
  private FolderWatcher watcher;

  @BeforeEach
  void start() {
    folder = new TestFolder("watched").workbook("caps.xlsx", caps(1));
    watcher =
        new FolderWatcher(folder.path(), StrategyFiles.readFrom(folder.path()), SETTLE, clock);
    assertThat(settled()).isEmpty();
  }

  private static TestWorkbooks caps(int limit) {
    return new TestWorkbooks().sheet("Frequency cap", "Window | At most\n7 days | " + limit);
  }

  private Optional<StrategyFiles> settled() {
    watcher.look();
    clock.now = clock.now.plus(SETTLE);
    return watcher.look();
  }

  @Test
  void deliversAChangeOnceItHasSettled() {
    folder.workbook("caps.xlsx", caps(22));

    assertThat(watcher.look()).isEmpty();
    assertThat(settled()).isPresent();
    assertThat(settled()).isEmpty();
  }

  @Test
  void deliversAgainWhatDidNotArrive() {
    folder.workbook("caps.xlsx", caps(22));
    assertThat(settled()).isPresent();

    watcher.forget();

    assertThat(settled()).isPresent();
    assertThat(settled()).isEmpty();
  }

  /** Stands still until it is told. */
  private static final class SteppingClock extends Clock {

    private Instant now = Instant.parse("2026-11-20T12:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
