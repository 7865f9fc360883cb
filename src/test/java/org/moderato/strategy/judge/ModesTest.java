package org.moderato.strategy.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderato.TestStrategy.contact;
import static org.moderato.TestStrategy.message;
import static org.moderato.TestStrategy.row;
import static org.moderato.TestStrategy.view;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.moderato.TestCustomer;
import org.moderato.TestStrategy;
import org.moderato.strategy.Outcome;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.table.Measure;
import org.moderato.strategy.table.Mode;
import org.moderato.strategy.table.Regime;
import org.moderato.strategy.table.Settings;
import org.moderato.strategy.time.TimeRange;
import org.moderato.strategy.time.Window;

/** Which rows are acted upon: shadow, overrides, exemptions, lookups. */
class ModesTest {

  private static final String NOON = "2026-11-23T12:00:00Z";
  private static final String AN_HOUR_AGO = "2026-11-23T11:00:00Z";

  private static TestStrategy.RowBuilder cap(String id, String window, int atMost) {
    return row("FrequencyCap", id).with("window", Window.parse(window)).with("atMost", atMost);
  }

  private static TestStrategy.RowBuilder open(String id, String range) {
    return row("SendWindow", id).with("within", TimeRange.parse(range));
  }

  private static TestStrategy with(TestStrategy.RowBuilder... rows) {
    TestStrategy strategy = TestStrategy.shippedRules();
    List.of(rows).forEach(strategy::row);
    return strategy;
  }

  private static Message promotion() {
    return message("email", "promotion", "marketing");
  }

  private static Verdict judge(TestStrategy strategy, CustomerView view) {
    return strategy.load().judge(promotion(), NOON, view);
  }

  private static CustomerView contacted() {
    return view(contact(AN_HOUR_AGO, "email", "promotion"));
  }

  @Test
  void anExemptionInShadowFreesNothing() {
    TestStrategy strategy =
        with(
            cap("c", "7 days", 1),
            row("Exemption", "e")
                .with("doesNotObey", List.of("everything"))
                .with("counts", false)
                .shadow());

    assertThat(judge(strategy, contacted()).outcome()).isEqualTo(Outcome.DEFER);
  }

  @Test
  void anOverrideInShadowSwitchesNothingOff() {
    TestStrategy strategy =
        with(
            cap("all", "7 days", 1),
            cap("mail", "7 days", 9).match("channel", "email").overrides("all").shadow());

    assertThat(judge(strategy, contacted()).outcome()).isEqualTo(Outcome.DEFER);
  }

  @Test
  void aWeightInShadowWeighsNothing() {
    TestStrategy strategy =
        with(
            cap("c", "7 days", 3).with("measure", Measure.WEIGHT),
            row("Weight", "all").with("weight", 2.0),
            row("Weight", "mail").match("channel", "email").with("weight", 1.0).shadow());

    assertThat(judge(strategy, contacted()).outcome()).isEqualTo(Outcome.DEFER);
  }

  @Test
  void aRegimeInShadowIsOnlyReported() {
    TestStrategy optIn = with(row("Consent", "mail").with("regime", Regime.OPT_IN).shadow());
    TestStrategy none = with(row("Consent", "mail").with("regime", Regime.NONE).shadow());
    CustomerView optedOut =
        view(new TestCustomer().consent("email", false, "2026-01-01T00:00:00Z", null).build());

    Verdict reported = judge(optIn, view());

    assertThat(reported.outcome()).isEqualTo(Outcome.SEND);
    assertThat(reported.findings())
        .filteredOn(f -> f.kind().equals("consent"))
        .extracting(Finding::mode)
        .containsExactly(Mode.SHADOW);
    assertThat(judge(none, optedOut).outcome()).isEqualTo(Outcome.SUPPRESS);
  }

  @Test
  void aRegimeInShadowDoesNotReplaceTheOneInForce() {
    TestStrategy strategy =
        with(
            row("Consent", "all").with("regime", Regime.OPT_IN),
            row("Consent", "mail")
                .match("channel", "email")
                .with("regime", Regime.OPT_OUT)
                .shadow());

    assertThat(judge(strategy, view()).outcome()).isEqualTo(Outcome.SUPPRESS);
  }

  @Test
  void aZoneInShadowIsNotTheCustomers() {
    TestStrategy strategy =
        with(
            row("QuietHours", "q").with("quiet", TimeRange.parse("11:00-14:00")),
            row("CountrySetting", "jp")
                .match("country", "jp")
                .with("zone", ZoneId.of("Asia/Tokyo"))
                .shadow());

    assertThat(judge(strategy, view(new TestCustomer().country("JP").build())).outcome())
        .isEqualTo(Outcome.DEFER);
  }

  @Test
  void aSendWindowInShadowIsReported() {
    Verdict alone = judge(with(open("night", "20:00-22:00").shadow()), view());
    Verdict beside =
        judge(with(open("noon", "11:00-13:00"), open("night", "20:00-22:00").shadow()), view());
    Verdict open = judge(with(open("noon", "11:00-13:00").shadow()), view());

    assertThat(alone.outcome()).isEqualTo(Outcome.SEND);
    assertThat(alone.findings()).extracting(Finding::mode).contains(Mode.SHADOW);
    assertThat(beside.findings()).extracting(Finding::mode).doesNotContain(Mode.SHADOW);
    assertThat(open.findings()).extracting(Finding::mode).doesNotContain(Mode.SHADOW);
  }

  @Test
  void aSendWindowInShadowOpensNothing() {
    TestStrategy strategy =
        with(open("evening", "18:00-20:00"), open("noon", "11:00-13:00").shadow());

    Verdict verdict = judge(strategy, view());

    assertThat(verdict.outcome()).isEqualTo(Outcome.DEFER);
    assertThat(verdict.at()).isEqualTo(Instant.parse("2026-11-23T18:00:00Z"));
  }

  @Test
  void anOverriddenSendWindowOpensNothing() {
    TestStrategy strategy =
        with(
            open("all", "08:00-20:00"),
            open("mail", "15:00-16:00").match("channel", "email").overrides("general"));

    Verdict verdict = judge(strategy, view());

    assertThat(verdict.outcome()).isEqualTo(Outcome.DEFER);
    assertThat(verdict.at()).isEqualTo(Instant.parse("2026-11-23T15:00:00Z"));
  }

  @Test
  void aRowInShadowIsNoPolicyThatApplied() {
    Settings strict =
        new Settings(
            ZoneId.of("UTC"),
            null,
            "en",
            Settings.DEFAULT.historyKept(),
            Settings.DEFAULT.waitHorizon(),
            false,
            Outcome.SUPPRESS);

    Verdict passed = judge(with(cap("c", "1 day", 9).shadow()).settings(strict), view());
    Verdict reached = judge(with(cap("c", "1 day", 1).shadow()).settings(strict), contacted());

    assertThat(passed.outcome()).isEqualTo(Outcome.SUPPRESS);
    assertThat(passed.decisive().kind()).isEqualTo("no policy applied");
    assertThat(reached.outcome()).isEqualTo(Outcome.SUPPRESS);
  }

  @Test
  void exemptionsNameKindsThatARuleFileInvents() {
    String invented =
        """
        package moderato.test
        import org.moderato.strategy.fact.Message
        import org.moderato.strategy.rule.VerdictBuilder
        global VerdictBuilder verdict
        rule "Full moon" @kind( "moon phase" ) when Message() then
          verdict.suppress("the moon is full");
        end
        """;
    TestStrategy strategy = with(cap("c", "7 days", 1)).and(invented);
    TestStrategy exempt =
        with(row("Exemption", "e").with("doesNotObey", List.of("Moon phases"))).and(invented);

    Verdict suppressed = judge(strategy, contacted());

    assertThat(suppressed.decisive().kind()).isEqualTo("moon phase");
    assertThat(suppressed.findings())
        .extracting(Finding::kind)
        .containsExactly("frequency cap", "moon phase");
    assertThat(judge(exempt, contacted()).outcome()).isEqualTo(Outcome.SEND);
  }

  @Test
  void overridesSwitchOffTheNamedRowsAndNoOthers() {
    TestStrategy strategy =
        with(
            cap("one", "7 days", 1),
            cap("two", "7 days", 1),
            cap("mail", "7 days", 9).match("channel", "email").overrides("ONE"));

    Verdict verdict = judge(strategy, contacted());

    assertThat(verdict.outcome()).isEqualTo(Outcome.DEFER);
    assertThat(verdict.findings())
        .extracting(f -> f.row() + " " + f.mode())
        .containsExactly("one OVERRIDDEN", "two ENFORCE");
  }

  @Test
  void generalMeansOnlyRowsOfAWiderScope() {
    TestStrategy strategy =
        with(
            cap("all", "7 days", 1),
            cap("mail", "7 days", 1).match("channel", "email"),
            cap("promotion", "7 days", 1).match("category", "promotion").overrides("general"));

    assertThat(judge(strategy, contacted()).findings())
        .extracting(f -> f.row() + " " + f.mode())
        .containsExactly("all OVERRIDDEN", "mail ENFORCE", "promotion ENFORCE");
  }
}
