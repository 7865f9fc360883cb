package org.moderato.strategy.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderato.TestStrategy.contact;
import static org.moderato.TestStrategy.message;
import static org.moderato.TestStrategy.row;
import static org.moderato.TestStrategy.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.moderato.TestCustomer;
import org.moderato.TestStrategy;
import org.moderato.strategy.Outcome;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.table.Mode;
import org.moderato.strategy.table.Regime;
import org.moderato.strategy.table.Settings;
import org.moderato.strategy.table.Waiting;
import org.moderato.strategy.time.Days;
import org.moderato.strategy.time.Span;
import org.moderato.strategy.time.TimeRange;
import org.moderato.strategy.time.Window;

/** When a message may be sent: the first instant at which no policy speaks against it. */
class TimesTest {

  private static final String MONDAY_NOON = "2026-11-23T12:00:00Z";
  private static final String AN_HOUR_AGO = "2026-11-23T11:00:00Z";

  private static TestStrategy.RowBuilder cap(String id, String window, int atMost) {
    return row("FrequencyCap", id).with("window", Window.parse(window)).with("atMost", atMost);
  }

  private static TestStrategy.RowBuilder quiet(String id, String range) {
    return row("QuietHours", id).with("quiet", TimeRange.parse(range));
  }

  private static TestStrategy.RowBuilder open(String id, String range) {
    return row("SendWindow", id).with("within", TimeRange.parse(range));
  }

  private static TestStrategy.RowBuilder situation(String id, String name) {
    return row("Suppression", id).with("situation", List.of(name));
  }

  private static TestStrategy.RowBuilder held(String id, String name) {
    return situation(id, name).with("outcome", Waiting.EARLIEST);
  }

  private static TestStrategy with(TestStrategy.RowBuilder... rows) {
    TestStrategy strategy = TestStrategy.shippedRules();
    List.of(rows).forEach(strategy::row);
    return strategy;
  }

  private static Message promotion() {
    return message("email", "promotion", "marketing");
  }

  private static Message until(String expiresAt) {
    return new Message("m", promotion().labels(), List.of(), Instant.parse(expiresAt), null);
  }

  private static Verdict judge(TestStrategy strategy, Message message, CustomerView view) {
    return strategy.load().judge(message, MONDAY_NOON, view);
  }

  private static Verdict judge(TestStrategy strategy, CustomerView view) {
    return judge(strategy, promotion(), view);
  }

  private static void isDeferred(Verdict verdict, String at) {
    assertThat(verdict.outcome()).as("%s", verdict).isEqualTo(Outcome.DEFER);
    assertThat(verdict.at()).as("%s", verdict).isEqualTo(Instant.parse(at));
    assertThat(verdict.findings()).filteredOn(Finding::decisive).hasSize(1);
  }

  private static CustomerView contacted() {
    return view(contact(AN_HOUR_AGO, "email", "promotion"));
  }

  @Test
  void whatHasExpiredIsNotSent() {
    Message expired = until("2026-11-23T11:59:59.999999Z");

    Verdict allowed = judge(with(cap("c", "1 day", 1)), expired, view());
    Verdict unspokenOf = judge(with(), expired, view());

    assertThat(allowed.outcome()).isEqualTo(Outcome.SUPPRESS);
    assertThat(allowed.at()).isNull();
    assertThat(allowed.decisive().kind()).isEqualTo("expired");
    assertThat(unspokenOf.outcome()).isEqualTo(Outcome.SUPPRESS);
    assertThat(judge(with(), until(MONDAY_NOON), view()).outcome()).isEqualTo(Outcome.SEND);
  }

  @Test
  void whatHasExpiredIsNotSentOnAnotherChannelEither() {
    Message expired =
        new Message("m", promotion().labels(), List.of("push"), Instant.parse(AN_HOUR_AGO), null);

    Verdict verdict = judge(with(), expired, view());

    assertThat(verdict.outcome()).isEqualTo(Outcome.SUPPRESS);
    assertThat(verdict.channel()).isEqualTo("email");
    assertThat(verdict.findings()).filteredOn(Finding::decisive).hasSize(1);
  }

  @Test
  void waitsUntilTheLastOfSituationsThatOverlapHasEnded() {
    Customer customer =
        new TestCustomer()
            .situation("complaint", "2026-11-20T00:00:00Z", "2026-11-24T00:00:00Z")
            .situation("complaint", "2026-11-23T18:00:00Z", "2026-11-26T00:00:00Z")
            .situation("complaint", "2026-11-26T00:00:00Z", "2026-11-27T00:00:00Z")
            .situation("complaint", "2026-11-28T00:00:00Z", null)
            .build();

    Verdict held = judge(with(held("c", "complaint")), view(customer));
    Verdict suppressed = judge(with(situation("c", "complaint")), view(customer));

    isDeferred(held, "2026-11-27T00:00:00Z");
    assertThat(held.decisive().until()).isEqualTo("2026-11-27T00:00:00Z");
    assertThat(held.findings()).hasSize(1);
    assertThat(suppressed.decisive().until()).isEqualTo("2026-11-27T00:00:00Z");
  }

  @Test
  void aSituationWithoutEndThatFollowsIsWaitedForToo() {
    Customer customer =
        new TestCustomer()
            .situation("complaint", "2026-11-20T00:00:00Z", "2026-11-24T00:00:00Z")
            .situation("complaint", "2026-11-23T18:00:00Z", null)
            .build();

    Verdict verdict = judge(with(held("c", "complaint")), view(customer));

    isDeferred(verdict, "2026-11-24T12:00:00Z");
    assertThat(verdict.decisive().provisional()).isTrue();
  }

  @Test
  void anOptOutThatEndsIsKnownToEnd() {
    Customer customer =
        new TestCustomer()
            .consent("email", false, "2026-11-24T00:00:00Z", "2026-11-30T00:00:00Z")
            .build();
    String later = "2026-11-24T09:00:00Z";

    Verdict now = with().load().judge(promotion(), later, view(customer));
    // The quiet hours lead into the opt-out, and that is known to end.
    Verdict deferred =
        judge(
            with(quiet("day", "00:00-09:00"), cap("c", "1 day", 1)),
            view(
                customer,
                contact("2026-11-22T18:00:00Z", "email", "promotion"),
                contact("2026-11-23T18:00:00Z", "email", "promotion")));

    assertThat(now.outcome()).isEqualTo(Outcome.SUPPRESS);
    assertThat(now.decisive().until()).isEqualTo("2026-11-30T00:00:00Z");
    isDeferred(deferred, "2026-11-30T09:00:00Z");
  }

  @Test
  void anOptInThatIsToComeIsKnown() {
    Customer customer =
        new TestCustomer().consent("email", true, "2026-11-30T00:00:00Z", null).build();
    TestStrategy strategy = with(row("Consent", "mail").with("regime", Regime.OPT_IN));

    Verdict verdict = judge(strategy, view(customer));

    assertThat(verdict.outcome()).isEqualTo(Outcome.SUPPRESS);
    assertThat(verdict.decisive().until()).isEqualTo("2026-11-30T00:00:00Z");
  }

  @Test
  void aStopThatGoesOutOfForceOnlyMovesTheTime() {
    LocalDate tuesday = LocalDate.parse("2026-11-24");
    TestStrategy strategy =
        with(cap("c", "1 day", 1), row("Suppression", "freeze").valid(tuesday, tuesday));

    isDeferred(judge(strategy, contacted()), "2026-11-25T00:00:00Z");
    assertThat(
            strategy.load().judge(promotion(), "2026-11-24T12:00:00Z", view()).decisive().until())
        .isEqualTo("2026-11-25T00:00:00Z");
  }

  @Test
  void whatNeverPassesWaitsUntilItGoesOutOfForce() {
    LocalDate tuesday = LocalDate.parse("2026-11-24");

    isDeferred(
        judge(with(quiet("freeze", "00:00-24:00").valid(null, tuesday)), view()),
        "2026-11-25T00:00:00Z");
    isDeferred(
        judge(with(cap("freeze", "7 days", 0).valid(null, tuesday)), view()),
        "2026-11-25T00:00:00Z");
  }

  @Test
  void aCapThatSuppressesPassesWhenItGoesOutOfForce() {
    LocalDate tuesday = LocalDate.parse("2026-11-24");
    TestStrategy strategy =
        with(cap("c", "30 days", 1).with("whenReached", Waiting.SUPPRESS).valid(null, tuesday));

    Verdict verdict = judge(strategy, contacted());

    assertThat(verdict.outcome()).isEqualTo(Outcome.SUPPRESS);
    assertThat(verdict.decisive().until()).isEqualTo("2026-11-25T00:00:00Z");
  }

  @Test
  void aRowThatSuppressesAtAnEndNobodyKnowsSuppressesLaterToo() {
    Customer customer =
        new TestCustomer().situation("complaint", "2026-11-24T00:00:00Z", null).build();
    TestStrategy strategy =
        with(
            cap("c", "1 day", 1),
            held("complaint", "complaint").with("whenReached", Waiting.SUPPRESS));

    Verdict verdict = judge(strategy, view(customer, contact(AN_HOUR_AGO, "email", "promotion")));

    assertThat(verdict.outcome()).isEqualTo(Outcome.SUPPRESS);
    assertThat(verdict.decisive().row()).isEqualTo("complaint");
    assertThat(verdict.decisive().until()).isNull();
  }

  @Test
  void aFixedWaitThatIsTooShortLastsUntilTheLimitPasses() {
    TestStrategy strategy =
        with(cap("c", "30 days", 1).with("whenReached", Waiting.fixed(Span.parse("1 hour"))));

    isDeferred(judge(strategy, contacted()), "2026-12-23T11:00:00Z");
  }

  @Test
  void aSuppressionWaitsAsItsOutcomeSays() {
    Customer customer =
        new TestCustomer()
            .situation("outage", "2026-11-23T00:00:00Z", "2026-11-23T13:00:00Z")
            .build();
    TestStrategy strategy =
        with(situation("o", "outage").with("outcome", Waiting.fixed(Span.parse("3 days"))));

    isDeferred(judge(strategy, view(customer)), "2026-11-26T12:00:00Z");
  }

  @Test
  void quietHoursWithoutEndAreNoTimeAtAll() {
    Verdict verdict = judge(with(quiet("always", "00:00-24:00")), view());

    assertThat(verdict.outcome()).isEqualTo(Outcome.SUPPRESS);
    assertThat(verdict.decisive().row()).isEqualTo("always");
    assertThat(verdict.decisive().until()).isNull();
  }

  @Test
  void aSendWindowThatNeverOpensIsNoTimeAtAll() {
    TestStrategy.RowBuilder holidays =
        open("holidays", "10:00-12:00").with("days", Days.parse("holiday"));

    Verdict verdict = judge(with(holidays), view());

    assertThat(verdict.outcome()).isEqualTo(Outcome.SUPPRESS);
    assertThat(verdict.decisive().until()).isNull();
  }

  @Test
  void aSendWindowOpensWithARowThatComesIntoForce() {
    TestStrategy strategy =
        with(
            open("mondays", "08:00-10:00").with("days", Days.parse("Mon")),
            open("from-wednesday", "09:00-17:00").valid(LocalDate.parse("2026-11-25"), null));

    isDeferred(judge(strategy, view()), "2026-11-25T09:00:00Z");
  }

  @Test
  void aSendWindowIsNoneOnceItsRowsAreOutOfForce() {
    TestStrategy strategy =
        with(
            open("a", "08:00-10:00").valid(null, LocalDate.parse("2026-11-23")),
            open("b", "09:00-11:00").valid(null, LocalDate.parse("2026-11-23")));

    isDeferred(judge(strategy, view()), "2026-11-24T00:00:00Z");
  }

  @Test
  void anExceptionThatComesIntoForceEndsTheWait() {
    TestStrategy strategy =
        with(
            cap("general", "30 days", 1),
            cap("sale", "30 days", 5)
                .match("category", "promotion")
                .overrides("general")
                .valid(LocalDate.parse("2026-11-27"), LocalDate.parse("2026-11-30")));

    Verdict verdict = judge(strategy, contacted());

    isDeferred(verdict, "2026-11-27T00:00:00Z");
    assertThat(verdict.decisive().row()).isEqualTo("general");
    assertThat(verdict.findings())
        .filteredOn(f -> f.mode() == Mode.OVERRIDDEN)
        .extracting(Finding::checkedAt)
        .containsExactly(Instant.parse("2026-11-27T00:00:00Z"));
  }

  @Test
  void anExemptionThatComesIntoForceEndsTheWait() {
    LocalDate friday = LocalDate.parse("2026-11-27");
    TestStrategy strategy =
        with(
            cap("c", "30 days", 1),
            quiet("night", "00:00-09:00"),
            row("Exemption", "black-friday")
                .with("doesNotObey", List.of("frequency cap"))
                .valid(friday, friday));

    isDeferred(judge(strategy, contacted()), "2026-11-27T09:00:00Z");
  }

  @Test
  void contactsThatNoLongerCountEndTheWait() {
    TestStrategy strategy =
        with(
            cap("c", "30 days", 1),
            row("Exemption", "amnesty")
                .match("category", "bill")
                .with("doesNotObey", List.of("frequency cap"))
                .with("counts", false)
                .valid(LocalDate.parse("2026-11-27"), null));

    isDeferred(judge(strategy, view(contact(AN_HOUR_AGO, "post", "bill"))), "2026-11-27T00:00:00Z");
  }

  @Test
  void manyDatedExceptionsNeverMakeAMessageUnsendable() {
    TestStrategy strategy = with(cap("c", "100 days", 1));
    for (int day = 1; day <= 90; day++) {
      LocalDate date = LocalDate.parse("2026-11-23").plusDays(day);
      strategy.row(
          row("Exemption", "e" + day).with("doesNotObey", List.of("spacing")).valid(date, date));
    }

    isDeferred(judge(strategy, contacted()), "2027-03-03T11:00:00Z");
  }

  @Test
  void whereNoPolicyAppliesAnyMoreTheSettingIsAsked() {
    Settings usual = Settings.DEFAULT;
    Settings strict =
        new Settings(
            usual.zone(),
            null,
            "en",
            usual.historyKept(),
            usual.waitHorizon(),
            false,
            Outcome.SUPPRESS);
    TestStrategy strategy =
        with(cap("c", "30 days", 1).valid(null, LocalDate.parse("2026-11-24"))).settings(strict);

    Verdict verdict = judge(strategy, contacted());

    assertThat(verdict.outcome()).isEqualTo(Outcome.SUPPRESS);
    assertThat(verdict.decisive().kind()).isEqualTo("no policy applied");
  }

  @Test
  void anOpenEndAndAKnownOneAreWaitedForTogether() {
    Customer customer =
        new TestCustomer().situation("complaint", "2026-11-20T00:00:00Z", null).build();
    TestStrategy strategy =
        with(held("complaint", "complaint"), cap("c", "3 days", 1), quiet("noon", "11:30-13:00"));
    TestStrategy without = with(held("complaint", "complaint"), quiet("noon", "11:30-13:00"));

    Verdict later = judge(strategy, view(customer, contact(AN_HOUR_AGO, "email", "promotion")));
    Verdict tomorrow = judge(without, view(customer));

    isDeferred(later, "2026-11-26T11:00:00Z");
    isDeferred(tomorrow, "2026-11-24T13:00:00Z");
  }

  @Test
  void anotherOpenEndIsWaitedForOnItsOwnAccount() {
    Customer customer =
        new TestCustomer()
            .situation("complaint", "2026-11-20T00:00:00Z", null)
            .situation("outage", "2026-11-24T00:00:00Z", null)
            .build();
    TestStrategy strategy = with(held("complaint", "complaint"), held("outage", "outage"));

    isDeferred(judge(strategy, view(customer)), "2026-11-25T12:00:00Z");
  }
}
