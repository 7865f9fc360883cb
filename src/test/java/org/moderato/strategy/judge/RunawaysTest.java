package org.moderato.strategy.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.moderato.TestStrategy.contact;
import static org.moderato.TestStrategy.message;
import static org.moderato.TestStrategy.view;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderato.TestStrategy;
import org.moderato.strategy.StrategyException;
import org.moderato.strategy.StrategyException.Kind;
import org.moderato.strategy.rule.Effort;

/**
 * Rules that loop, fail or take too long: never an answer, always an error that names the rule.
 * Most of them the guard refuses before.
 */
class RunawaysTest {

  private static final String HEAD =
      """
      package moderato.test
      import org.moderato.strategy.fact.*
      import org.moderato.strategy.rule.*
      import org.moderato.strategy.table.*
      global Policies policies
      global History history
      global VerdictBuilder verdict
      function int deep(int n) { return 1 + deep(n + 1); }
      function int wrong(int n) { throw new IllegalStateException("wrong"); }
      function int slow(History h, Message m) { while (true) { h.count(null, null, "1 day"); } }
      rule "Innocent" salience 100 when Judging() then history.count(null, null, "1 day"); end
      """;

  /** Lets so many steps pass, like a deadline does some time. */
  private static final class Steps implements Effort {

    private int left = 10_000;

    @Override
    public void check() {
      left--;
      if (left < 0) {
        throw new StrategyException(Kind.DEADLINE, "judging took longer than it may");
      }
    }
  }

  private static StrategyException judge(String rules) {
    Strategy strategy = TestStrategy.rules(HEAD + rules).loadUnguarded().strategy();
    Judge judge =
        new Judge(
            strategy, view(contact("2026-11-23T11:00:00Z", "email", "x")), new Steps(), false);
    return catchThrowableOfType(
        StrategyException.class,
        () ->
            judge.judge(
                message("email", null, "marketing"), Instant.parse("2026-11-23T12:00:00Z")));
  }

  @ParameterizedTest(name = "{1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "FIRING_LIMIT | $m : Message()         | update($m);",
        "RULE         | Message()              | deep(0);",
        "RULE         | Message()              | wrong(1);",
        "RULE         | $m : Message(); eval( deep($m.alternatives().size()) > 0 ) | ;",
        "RULE         | $m : Message(); eval( wrong($m.alternatives().size()) > 0 ) | ;",
        "RULE         | Message( category.length > 3 ) | ;",
        "RULE         | $m : Message(); Customer( country == $m.getCategory().trim() ) | ;",
        "RULE         | $m : Message(); Integer() from wrong($m.alternatives().size()) | ;",
        "RULE         | $m : Message(); Integer( this > wrong(this) ) from"
            + " $m.alternatives().size() | ;",
        "RULE         | $j : Judging()         | verdict.suppress($j.at(), \"x\");",
        "DEADLINE     | Message()              | while (true) { history.count(null, null, \"1"
            + " day\"); }",
        "DEADLINE     | $m : Message()         | while (true) { policies.matching(\"X\", $m); }",
        "DEADLINE     | $m : Message(); Integer() from slow(history, $m) | ;"
      })
  void areErrorsOfTheStrategy(Kind kind, String when, String then) {
    String rules = "rule \"Culprit\" @kind( \"test\" ) when %s then %s end\n".formatted(when, then);

    StrategyException failure = judge(rules);

    assertThat(failure).isNotNull();
    assertThat(failure)
        .as(failure.getMessage())
        .hasMessageContaining("rule \"Culprit\" (rules/test0.drl:12)");
    assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(kind);
  }

  @Test
  void aPingPongIsStopped() {
    StrategyException failure =
        judge(
            """
            rule "Serve" @kind( "test" ) when Message() then insert("ping"); end
            rule "Ping" @kind( "test" ) when $s : String( this == "ping" ) then
              delete($s); insert("pong");
            end
            rule "Pong" @kind( "test" ) when $s : String( this == "pong" ) then
              delete($s); insert("ping");
            end
            """);

    assertThat(failure.kind()).isEqualTo(Kind.FIRING_LIMIT);
    assertThat(failure.getMessage()).matches("rule \"P[io]ng\" \\(rules/test0.drl:1\\d\\).*");
  }
}
