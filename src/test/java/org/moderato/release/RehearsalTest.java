package org.moderato.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.moderato.strategy.StrategyException;
import org.moderato.strategy.judge.Rulebase;
import org.moderato.strategy.judge.Strategy;
import org.moderato.strategy.rule.RuleInfo;
import org.moderato.strategy.table.Attribute;
import org.moderato.strategy.table.Settings;
import org.moderato.strategy.time.HolidayCalendar;

class RehearsalTest {

  private record Rules(Consumer<Round> firing) implements Rulebase {

    @Override
    public Collection<RuleInfo> rules() {
      return List.of();
    }

    @Override
    public void fire(Round round) {
      firing.accept(round);
    }
  }

  private static Strategy strategy(Consumer<Rulebase.Round> firing) {
    return new Strategy(
        Settings.DEFAULT,
        Map.of(),
        Attribute.BUILT_IN,
        Map.of(),
        HolidayCalendar.none(),
        Duration.ofDays(7),
        new Rules(firing));
  }

  @Test
  void firesTheRules() {
    AtomicInteger firings = new AtomicInteger();

    Rehearsal.of(strategy(round -> firings.incrementAndGet()));

    assertThat(firings).hasPositiveValue();
  }

  @Test
  void leavesWhatFailsToTheRequests() {
    Strategy failing =
        strategy(
            round -> {
              throw new StrategyException(StrategyException.Kind.RULE, "rule \"x\" failed");
            });

    assertThatCode(() -> Rehearsal.of(failing)).doesNotThrowAnyException();
  }

  @Test
  void endsARuleThatNeverEnds() {
    Strategy endless =
        strategy(
            round -> {
              while (true) {
                round.policies().matching("Nothing", round.message());
              }
            });

    assertThatCode(() -> Rehearsal.of(endless)).doesNotThrowAnyException();
  }
}
