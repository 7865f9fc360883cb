package org.moderato.release.check.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderato.TestStrategy.row;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.moderato.TestStrategy;
import org.moderato.release.Problem;
import org.moderato.strategy.judge.Strategy;
import org.moderato.strategy.time.Window;

/** Thousands of rows take little time, and where time is over that is said. */
class TableLogicSpeedTest {

  /** Each row has a scope that some others cover. */
  private static Strategy strategy(int rows) {
    TestStrategy strategy =
        TestStrategy.shippedRules()
            .vocabulary("channel", "email", "sms", "push")
            .vocabulary("category", "c0", "c1", "c2");
    for (int i = 0; i < rows; i++) {
      TestStrategy.RowBuilder row =
          row("FrequencyCap", "r" + i)
              .match("channel", List.of("email", "sms", "push").get(i % 3))
              .with("window", Window.parse(1 + i % 30 + " days"))
              .with("atMost", 1 + i % 7);
      if (i % 50 != 0) {
        row.match("category", "c" + i % 40, "d" + i % 41).match("country", "k" + i % 25);
      }
      if (i % 3 != 0) {
        row.match("department", "d" + i % 211);
      }
      strategy.row(row);
    }
    return strategy.load().strategy();
  }

  @Test
  void fiveThousandRowsAreAnalysedInTime() {
    Strategy strategy = strategy(5_000);

    List<Problem> problems = new TableLogic(Clock.systemUTC(), TableLogic.TIME).check(strategy);

    assertThat(problems)
        .extracting(Problem::code)
        .contains("MOD-LOG-002")
        .doesNotContain("MOD-LOG-099");
  }

  @Test
  void whatIsNotAnalysedInTimeIsNamed() {
    assertThat(new TableLogic(new Hasty(40), Duration.ofSeconds(5)).check(strategy(100)))
        .filteredOn(problem -> problem.code().equals("MOD-LOG-099"))
        .singleElement()
        .asString()
        .contains("Not analysed to the end within 5 s: Frequency cap, ")
        .contains("gaps between caps");
  }

  @Test
  void aListOfThousandsIsCutAndCounted() {
    TestStrategy strategy = TestStrategy.shippedRules();
    for (int i = 0; i < 200; i++) {
      strategy.row(
          row("FrequencyCap", "r" + i).with("window", Window.parse("1 day")).with("atMost", 0));
    }

    List<Problem> problems =
        new TableLogic(Checked.CLOCK, TableLogic.TIME).check(strategy.load().strategy());

    assertThat(problems).filteredOn(problem -> problem.code().equals("MOD-LOG-007")).hasSize(51);
    assertThat(problems)
        .extracting(Problem::message)
        .contains("150 more are like those that are told");
  }

  /** A clock on which each look takes a while. */
  private static final class Hasty extends Clock {

    private final int looks;
    private int count;

    Hasty(int looks) {
      this.looks = looks;
    }

    @Override
    public Instant instant() {
      return Instant.parse("2026-11-26T10:00:00Z")
          .plus(Duration.ofSeconds(5).dividedBy(looks).multipliedBy(count++));
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
