package org.moderato.strategy.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderato.TestStrategy.message;
import static org.moderato.TestStrategy.view;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.moderato.TestStrategy;
import org.moderato.strategy.Outcome;

/** Rules that speak without a row of a table. */
class RowlessRulesTest {

  private static Verdict judge(String statement) {
    String drl =
        """
        package moderato.test
        import org.moderato.strategy.fact.Message
        import org.moderato.strategy.rule.VerdictBuilder
        global VerdictBuilder verdict
        rule "Rowless" @kind( "weather" ) when Message() then
          %s
        end
        """
            .formatted(statement);
    return TestStrategy.rules(drl)
        .load()
        .judge(message("email", "promotion", "marketing"), "2026-11-23T12:00:00Z", view());
  }

  @Test
  void waitUntilAnInstant() {
    Verdict verdict =
        judge("verdict.wait(java.time.Instant.parse(\"2026-11-24T00:00:00Z\"), \"storm\");");

    assertThat(verdict.outcome()).isEqualTo(Outcome.DEFER);
    assertThat(verdict.at()).isEqualTo(Instant.parse("2026-11-24T00:00:00Z"));
  }

  @Test
  void holdNothingBackOnceTheInstantHasPassed() {
    Verdict verdict =
        judge("verdict.wait(java.time.Instant.parse(\"2026-11-23T12:00:00Z\"), \"storm\");");

    assertThat(verdict.outcome()).isEqualTo(Outcome.SEND);
  }

  @Test
  void neverSendWhatWaitsForEver() {
    assertThat(judge("verdict.wait(java.time.Instant.MAX, \"storm\");").outcome())
        .isEqualTo(Outcome.SUPPRESS);
  }

  @Test
  void askAgainTomorrowWhereNobodyKnows() {
    Verdict verdict = judge("verdict.wait((java.time.Instant) null, \"storm\");");

    assertThat(verdict.outcome()).isEqualTo(Outcome.DEFER);
    assertThat(verdict.at()).isEqualTo(Instant.parse("2026-11-24T12:00:00Z"));
    assertThat(verdict.decisive().provisional()).isTrue();
    assertThat(verdict.decisive().kind()).isEqualTo("weather");
  }

  @Test
  void suppress() {
    Verdict verdict = judge("verdict.suppress(\"storm\");");

    assertThat(verdict.outcome()).isEqualTo(Outcome.SUPPRESS);
    assertThat(verdict.decisive().policy()).isEqualTo("Rowless");
  }
}
