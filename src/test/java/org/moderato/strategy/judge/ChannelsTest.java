package org.moderato.strategy.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderato.TestStrategy.contact;
import static org.moderato.TestStrategy.message;
import static org.moderato.TestStrategy.row;
import static org.moderato.TestStrategy.view;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.moderato.TestStrategy;
import org.moderato.strategy.Outcome;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.time.Window;

/** Which channel is taken. */
class ChannelsTest {

  private static final String NOON = "2026-11-23T12:00:00Z";

  private static final String PREFERENCES =
      """
      package moderato.test
      import org.moderato.strategy.fact.Message
      import org.moderato.strategy.rule.VerdictBuilder
      import org.moderato.strategy.rule.Policies
      import org.moderato.strategy.table.PolicyRow
      import java.util.List
      global VerdictBuilder verdict
      global Policies policies
      declare Preference extends PolicyRow
        @kind( "channel preference" )
        order : List
      end
      rule "Preference" when
        $message : Message()
        $row : Preference() from policies.matching("Preference", $message)
      then
        verdict.prefer($row, $row.getOrder());
      end
      """;

  private static TestStrategy.RowBuilder full(String channel) {
    return row("FrequencyCap", channel)
        .match("channel", channel)
        .with("window", Window.parse("7 days"))
        .with("atMost", 1);
  }

  private static TestStrategy.RowBuilder stopped(String channel) {
    return row("Suppression", channel).match("channel", channel);
  }

  private static TestStrategy.RowBuilder preference(String id, String... channels) {
    return row("Preference", id).with("order", List.of(channels));
  }

  private static TestStrategy with(TestStrategy.RowBuilder... rows) {
    TestStrategy strategy = TestStrategy.shippedRules().and(PREFERENCES);
    List.of(rows).forEach(strategy::row);
    return strategy;
  }

  private static Verdict judge(TestStrategy strategy, String... alternatives) {
    Message message =
        new Message(
            "m",
            message("email", "promotion", "marketing").labels(),
            List.of(alternatives),
            null,
            null);
    CustomerView view =
        view(
            contact("2026-11-21T12:00:00Z", "email", "x"),
            contact("2026-11-20T12:00:00Z", "sms", "x"),
            contact("2026-11-19T12:00:00Z", "push", "x"));
    Verdict verdict = strategy.load().judge(message, NOON, view);
    assertThat(verdict.findings()).filteredOn(Finding::decisive).hasSize(1);
    assertThat(verdict.decisive().channel()).isEqualTo(verdict.channel());
    return verdict;
  }

  private static String answer(Verdict verdict) {
    return verdict.outcome() + " " + verdict.channel();
  }

  @Test
  void theFirstThatIsFreeNowIsTaken() {
    assertThat(answer(judge(with(), "sms", "push"))).isEqualTo("SEND email");
    assertThat(answer(judge(with(full("email")), "sms", "push"))).isEqualTo("SEND sms");
    assertThat(answer(judge(with(full("email"), full("sms")), "sms", "push")))
        .isEqualTo("SEND push");
  }

  @Test
  void elseTheFirstThatIsFreeLaterEvenIfAnotherOneIsFreeSooner() {
    Verdict verdict = judge(with(stopped("email"), full("sms"), full("push")), "sms", "push");

    assertThat(answer(verdict)).isEqualTo("DEFER sms");
    assertThat(verdict.at()).isEqualTo(Instant.parse("2026-11-27T12:00:00Z"));
  }

  @Test
  void elseTheAskedOneIsSuppressed() {
    Verdict verdict = judge(with(stopped("email"), stopped("sms"), stopped("push")), "sms", "push");

    assertThat(answer(verdict)).isEqualTo("SUPPRESS email");
    assertThat(verdict.findings()).extracting(Finding::channel).contains("sms", "push");
  }

  @Test
  void aPreferenceOnlyReorders() {
    TestStrategy.RowBuilder preference = preference("p", "post", "push", "email");

    assertThat(answer(judge(with(preference), "sms", "push"))).isEqualTo("SEND push");
    assertThat(answer(judge(with(preference, full("push")), "sms", "push")))
        .isEqualTo("SEND email");
    assertThat(
            answer(
                judge(with(preference, full("push"), full("email"), full("sms")), "sms", "push")))
        .isEqualTo("DEFER push");
    assertThat(answer(judge(with(preference)))).isEqualTo("SEND email");
    assertThat(
            answer(
                judge(
                    with(preference, stopped("push"), stopped("email"), stopped("sms")),
                    "sms",
                    "push")))
        .isEqualTo("SUPPRESS email");
  }

  @Test
  void preferencesAreTakenInTheOrderOfTheirRows() {
    assertThat(answer(judge(with(preference("a", "sms"), preference("b", "push")), "push", "sms")))
        .isEqualTo("SEND sms");
    assertThat(answer(judge(with(preference("b", "push"), preference("a", "sms")), "push", "sms")))
        .isEqualTo("SEND push");
  }

  @Test
  void aPreferenceInShadowOrExemptIsNotActedUpon() {
    TestStrategy.RowBuilder exemption =
        row("Exemption", "e").with("doesNotObey", List.of("channel preference"));

    assertThat(answer(judge(with(preference("p", "sms").shadow()), "sms"))).isEqualTo("SEND email");
    assertThat(answer(judge(with(preference("p", "sms"), exemption), "sms")))
        .isEqualTo("SEND email");
  }

  @Test
  void anExemptionFreesOfPreferencesWithoutRowsToo() {
    String preference =
        """
        package moderato.more
        import org.moderato.strategy.fact.Message
        import org.moderato.strategy.rule.VerdictBuilder
        global VerdictBuilder verdict
        rule "Push first" @kind( "channel preference" ) when Message() then
          verdict.prefer("push");
        end
        """;
    TestStrategy.RowBuilder exemption = row("Exemption", "e").with("doesNotObey", List.of("all"));
    TestStrategy.RowBuilder everything =
        row("Exemption", "e").with("doesNotObey", List.of("everything"));

    assertThat(answer(judge(with(exemption).and(preference), "push"))).isEqualTo("SEND push");
    assertThat(answer(judge(with(everything).and(preference), "push"))).isEqualTo("SEND email");
  }

  @Test
  void aChannelIsJudgedOnceHoweverOftenItIsNamed() {
    Verdict verdict = judge(with(full("email"), full("sms")), "Email", "sms", "SMS", "email");

    assertThat(answer(verdict)).isEqualTo("DEFER email");
    assertThat(verdict.findings()).hasSize(2);
  }

  @Test
  void theFindingsOfAllChannelsAreReported() {
    Verdict verdict = judge(with(full("email"), full("sms")), "sms", "push");

    assertThat(answer(verdict)).isEqualTo("SEND push");
    assertThat(verdict.findings())
        .filteredOn(f -> f.outcome() == Outcome.DEFER)
        .extracting(Finding::channel)
        .containsExactly("email", "sms");
  }
}
