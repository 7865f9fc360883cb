package org.moderato.strategy.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moderato.TestStrategy.contact;
import static org.moderato.TestStrategy.message;
import static org.moderato.TestStrategy.reserved;
import static org.moderato.TestStrategy.row;
import static org.moderato.TestStrategy.view;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.moderato.TestStrategy;
import org.moderato.strategy.LookbackExceededException;
import org.moderato.strategy.Outcome;
import org.moderato.strategy.fact.Attributes;
import org.moderato.strategy.fact.Consent;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.fact.Labels;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.fact.Response;
import org.moderato.strategy.fact.Situation;
import org.moderato.strategy.table.Direction;
import org.moderato.strategy.table.Level;
import org.moderato.strategy.table.Measure;
import org.moderato.strategy.table.Mode;
import org.moderato.strategy.table.Regime;
import org.moderato.strategy.table.Waiting;
import org.moderato.strategy.time.Span;
import org.moderato.strategy.time.TimeRange;
import org.moderato.strategy.time.Window;

/** The judge with the rules that ship: what an organisation would ask of it. */
class JudgeTest {

  private static final String NOON = "2026-11-23T12:00:00Z";

  private static TestStrategy.RowBuilder cap(String id, String window, int atMost) {
    return row("FrequencyCap", id).with("window", Window.parse(window)).with("atMost", atMost);
  }

  private static Verdict judge(TestStrategy strategy, Message message, CustomerView view) {
    return strategy.load().judge(message, NOON, view);
  }

  private static Message promotion() {
    return message("email", "promotion", "marketing");
  }

  @Test
  void saysSoWhenNoPolicyApplied() {
    Verdict verdict = judge(TestStrategy.shippedRules(), promotion(), view());

    assertThat(verdict.outcome()).isEqualTo(Outcome.SEND);
    assertThat(verdict.decisive().kind()).isEqualTo("no policy applied");
  }

  @Test
  void defersUntilTheOldestContactLeavesTheWindow() {
    TestStrategy strategy =
        TestStrategy.shippedRules()
            .row(cap("week", "7 days", 2).match("channel", "email").match("category", "promotion"));

    Verdict verdict =
        judge(
            strategy,
            promotion(),
            view(
                contact("2026-11-18T09:00:00Z", "email", "promotion"),
                contact("2026-11-20T09:00:00Z", "email", "promotion"),
                contact("2026-11-21T09:00:00Z", "sms", "promotion")));

    assertThat(verdict.outcome()).isEqualTo(Outcome.DEFER);
    assertThat(verdict.at()).isEqualTo(Instant.parse("2026-11-25T09:00:00Z"));
    assertThat(verdict.decisive().reason())
        .isEqualTo("2 email promotion contacts in 7 days; at most 2");
    assertThat(verdict.decisive().counted())
        .containsExactly("c-2026-11-18T09:00:00Z", "c-2026-11-20T09:00:00Z");
    assertThat(verdict.decisive().row()).isEqualTo("week");
  }

  @Test
  void sendsWhileACapHasRoom() {
    TestStrategy strategy = TestStrategy.shippedRules().row(cap("week", "7 days", 2));

    Verdict verdict =
        judge(strategy, promotion(), view(contact("2026-11-20T09:00:00Z", "email", "promotion")));

    assertThat(verdict.outcome()).isEqualTo(Outcome.SEND);
    assertThat(verdict.decisive().kind()).isEqualTo("all policies passed");
  }

  @Test
  void looksAheadOfTheAskedInstantToo() {
    TestStrategy strategy = TestStrategy.shippedRules().row(cap("day", "1 day", 1));

    Verdict verdict =
        judge(strategy, promotion(), view(contact("2026-11-24T06:00:00Z", "email", "promotion")));

    assertThat(verdict.outcome()).isEqualTo(Outcome.DEFER);
    assertThat(verdict.at()).isEqualTo(Instant.parse("2026-11-25T06:00:00Z"));
  }

  @Test
  void findsTheFirstInstantAtWhichAllPoliciesPass() {
    TestStrategy strategy =
        TestStrategy.shippedRules()
            .row(cap("day", "1 day", 1))
            .row(row("QuietHours", "night").with("quiet", TimeRange.parse("21:00-08:00")));

    Verdict verdict =
        judge(strategy, promotion(), view(contact("2026-11-22T23:00:00Z", "email", "promotion")));

    assertThat(verdict.at()).isEqualTo(Instant.parse("2026-11-24T08:00:00Z"));
    assertThat(verdict.decisive().kind()).isEqualTo("quiet hours");
    assertThat(verdict.findings()).extracting(Finding::kind).contains("frequency cap");
    assertThat(verdict.findings()).filteredOn(Finding::decisive).hasSize(1);
  }

  @Test
  void suppressBeatsDefer() {
    TestStrategy strategy =
        TestStrategy.shippedRules()
            .row(cap("day", "1 day", 1))
            .row(row("Suppression", "debt").with("situation", List.of("debt-management")));
    Customer customer = inSituation("debt-management", null);

    Verdict verdict =
        judge(
            strategy,
            promotion(),
            view(customer, contact("2026-11-23T11:00:00Z", "email", "promotion")));

    assertThat(verdict.outcome()).isEqualTo(Outcome.SUPPRESS);
    assertThat(verdict.findings()).extracting(Finding::kind).contains("frequency cap");
    assertThat(verdict.decisive().kind()).isEqualTo("suppression");
  }

  @Test
  void holdsBackWhileASituationIsOpenAndAsksAgain() {
    TestStrategy strategy =
        TestStrategy.shippedRules()
            .row(
                row("Suppression", "complaint")
                    .with("situation", List.of("complaint"))
                    .with("outcome", Waiting.EARLIEST));

    Verdict open = judge(strategy, promotion(), view(inSituation("complaint", null)));
    Verdict ending =
        judge(strategy, promotion(), view(inSituation("complaint", "2026-11-25T00:00:00Z")));

    assertThat(open.outcome()).isEqualTo(Outcome.DEFER);
    assertThat(open.at()).isEqualTo(Instant.parse("2026-11-24T12:00:00Z"));
    assertThat(open.decisive().provisional()).isTrue();
    assertThat(ending.at()).isEqualTo(Instant.parse("2026-11-25T00:00:00Z"));
  }

  @Test
  void anExemptMessageDoesNotObeyAndIsNotCounted() {
    TestStrategy strategy =
        TestStrategy.shippedRules()
            .row(cap("day", "1 day", 1))
            .row(
                row("Exemption", "legal")
                    .match("category", "legal")
                    .with("doesNotObey", List.of("frequency cap"))
                    .with("counts", false));
    Message legal = message("email", "legal", "legal");

    Verdict exempt =
        judge(strategy, legal, view(contact("2026-11-23T11:00:00Z", "email", "promotion")));
    Verdict uncounted =
        judge(strategy, promotion(), view(contact("2026-11-23T11:00:00Z", "email", "legal")));

    assertThat(exempt.outcome()).isEqualTo(Outcome.SEND);
    assertThat(exempt.findings()).extracting(Finding::mode).contains(Mode.EXEMPT);
    assertThat(uncounted.outcome()).isEqualTo(Outcome.SEND);
  }

  @Test
  void aShadowRowIsReportedAndNotActedUpon() {
    TestStrategy strategy = TestStrategy.shippedRules().row(cap("day", "1 day", 1).shadow());

    Verdict verdict =
        judge(strategy, promotion(), view(contact("2026-11-23T11:00:00Z", "email", "promotion")));

    assertThat(verdict.outcome()).isEqualTo(Outcome.SEND);
    assertThat(verdict.findings()).extracting(Finding::mode).contains(Mode.SHADOW);
  }

  @Test
  void aMoreParticularRowTakesThePlaceOfAGeneralOne() {
    TestStrategy strategy =
        TestStrategy.shippedRules()
            .row(cap("all", "7 days", 1))
            .row(cap("vip", "7 days", 3).match("segment", "vip").overrides("general"));
    CustomerView vip =
        view(inSegment("VIP"), contact("2026-11-23T11:00:00Z", "email", "promotion"));

    Verdict verdict = judge(strategy, promotion(), vip);

    assertThat(verdict.outcome()).isEqualTo(Outcome.SEND);
    assertThat(verdict.findings()).extracting(Finding::mode).contains(Mode.OVERRIDDEN);
  }

  @Test
  void rowsAreInForceOnWholeDaysOfTheStrategysZone() {
    TestStrategy strategy =
        TestStrategy.shippedRules()
            .row(
                cap("day", "30 days", 1)
                    .valid(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-24")));

    Verdict verdict =
        judge(strategy, promotion(), view(contact("2026-11-20T11:00:00Z", "email", "promotion")));

    assertThat(verdict.outcome()).isEqualTo(Outcome.DEFER);
    assertThat(verdict.at()).isEqualTo(Instant.parse("2026-11-25T00:00:00Z"));
  }

  @Test
  void keepsADistanceInBothDirections() {
    TestStrategy strategy =
        TestStrategy.shippedRules()
            .row(
                row("Spacing", "bill")
                    .match("category", "promotion")
                    .counts("category", "bill")
                    .with("atLeast", Span.parse("3 days"))
                    .with("direction", Direction.BOTH));

    Verdict after =
        judge(strategy, promotion(), view(contact("2026-11-22T12:00:00Z", "post", "bill")));
    Verdict before =
        judge(strategy, promotion(), view(contact("2026-11-24T12:00:00Z", "post", "bill")));

    assertThat(after.at()).isEqualTo(Instant.parse("2026-11-25T12:00:00Z"));
    assertThat(before.at()).isEqualTo(Instant.parse("2026-11-27T12:00:00Z"));
    assertThat(after.decisive().reason())
        .isEqualTo("less than 3 days from bill by post on 2026-11-22");
  }

  @Test
  void spacingThatOnlyLooksBackLetsThePlannedPass() {
    TestStrategy strategy =
        TestStrategy.shippedRules()
            .row(row("Spacing", "steps").with("atLeast", Span.parse("20 hours")));

    Verdict ahead =
        judge(strategy, promotion(), view(contact("2026-11-23T13:00:00Z", "email", "promotion")));
    Verdict behind =
        judge(strategy, promotion(), view(contact("2026-11-23T11:00:00Z", "email", "promotion")));

    assertThat(ahead.outcome()).isEqualTo(Outcome.SEND);
    assertThat(behind.at()).isEqualTo(Instant.parse("2026-11-24T07:00:00Z"));
  }

  @Test
  void aReservationMakesRoomWhenItLapses() {
    TestStrategy strategy = TestStrategy.shippedRules().row(cap("week", "7 days", 1));

    Verdict verdict =
        judge(
            strategy,
            promotion(),
            view(reserved("2026-11-23T11:55:00Z", "2026-11-23T12:10:00Z", "email", "promotion")));

    assertThat(verdict.at()).isEqualTo(Instant.parse("2026-11-23T12:10:00Z"));
    assertThat(verdict.decisive().provisional()).isTrue();
  }

  @Test
  void takesTheFirstAlternativeThatIsFreeNow() {
    TestStrategy strategy =
        TestStrategy.shippedRules().row(cap("mail", "7 days", 1).match("channel", "email"));
    Message message = new Message("m-1", promotion().labels(), List.of("sms", "push"), null, null);

    Verdict verdict =
        judge(strategy, message, view(contact("2026-11-23T11:00:00Z", "email", "promotion")));

    assertThat(verdict.outcome()).isEqualTo(Outcome.SEND);
    assertThat(verdict.channel()).isEqualTo("sms");
    assertThat(verdict.findings()).filteredOn(Finding::decisive).hasSize(1);
  }

  @Test
  void suppressesWhatExpiresBeforeItsTime() {
    TestStrategy strategy = TestStrategy.shippedRules().row(cap("day", "1 day", 1));
    CustomerView view = view(contact("2026-11-23T11:00:00Z", "email", "promotion"));
    Instant free = Instant.parse("2026-11-24T11:00:00Z");

    Verdict late =
        judge(
            strategy,
            new Message("m", promotion().labels(), List.of(), free.minusSeconds(1), null),
            view);
    Verdict inTime =
        judge(strategy, new Message("m", promotion().labels(), List.of(), free, null), view);

    assertThat(late.outcome()).isEqualTo(Outcome.SUPPRESS);
    assertThat(late.decisive().kind()).isEqualTo("expired");
    assertThat(inTime.outcome()).isEqualTo(Outcome.DEFER);
  }

  @Test
  void waitsAsItsRowSays() {
    CustomerView view = view(contact("2026-11-23T11:00:00Z", "email", "promotion"));
    TestStrategy fixed =
        TestStrategy.shippedRules()
            .row(cap("c", "10 days", 1).with("whenReached", Waiting.fixed(Span.parse("11 days"))));
    TestStrategy suppress =
        TestStrategy.shippedRules()
            .row(cap("c", "10 days", 1).with("whenReached", Waiting.SUPPRESS));
    TestStrategy bounded =
        TestStrategy.shippedRules()
            .row(cap("c", "10 days", 1).with("waitAtMost", Span.parse("2 days")));

    assertThat(judge(fixed, promotion(), view).at())
        .isEqualTo(Instant.parse("2026-12-04T12:00:00Z"));
    assertThat(judge(suppress, promotion(), view).outcome()).isEqualTo(Outcome.SUPPRESS);
    assertThat(judge(bounded, promotion(), view).outcome()).isEqualTo(Outcome.SUPPRESS);
  }

  @Test
  void weighsContactsByTheWeightTable() {
    TestStrategy strategy =
        TestStrategy.shippedRules()
            .row(cap("pressure", "7 days", 7).with("measure", Measure.WEIGHT))
            .row(row("Weight", "phone").match("channel", "phone").with("weight", 5.0))
            .row(row("Weight", "sms").match("channel", "sms").with("weight", 2.0));
    CustomerView called = view(contact("2026-11-23T11:00:00Z", "phone", "service"));

    assertThat(judge(strategy, message("sms", "news", "x"), called).outcome())
        .isEqualTo(Outcome.SEND);
    Verdict second = judge(strategy, message("phone", "news", "x"), called);
    assertThat(second.outcome()).isEqualTo(Outcome.DEFER);
    assertThat(second.decisive().reason()).isEqualTo("5 points of contacts in 7 days; at most 7");
  }

  @Test
  void aLimitThatCanNeverPassSuppresses() {
    TestStrategy strategy = TestStrategy.shippedRules().row(cap("none", "7 days", 0));

    assertThat(judge(strategy, promotion(), view()).outcome()).isEqualTo(Outcome.SUPPRESS);
  }

  @Test
  void countsOverTheWholeAccount() {
    TestStrategy strategy =
        TestStrategy.shippedRules().row(cap("account", "7 days", 1).with("level", Level.ACCOUNT));
    CustomerView view =
        new CustomerView(
            Customer.UNKNOWN,
            List.of(),
            List.of(contact("2026-11-23T11:00:00Z", "email", "promotion")),
            List.of(),
            Instant.MIN);

    assertThat(judge(strategy, promotion(), view).outcome()).isEqualTo(Outcome.DEFER);
  }

  @Test
  void obeysAnOptOutEvenWithoutAnyRow() {
    Customer customer = withConsent(new Consent("email", null, null, false, Instant.EPOCH, null));

    Verdict mail = judge(TestStrategy.shippedRules(), promotion(), view(customer));
    Verdict push =
        judge(TestStrategy.shippedRules(), message("push", "promotion", "x"), view(customer));

    assertThat(mail.outcome()).isEqualTo(Outcome.SUPPRESS);
    assertThat(mail.decisive().kind()).isEqualTo("consent");
    assertThat(push.outcome()).isEqualTo(Outcome.SEND);
  }

  @Test
  void asksForAnOptInWhereARowSaysSo() {
    TestStrategy strategy =
        TestStrategy.shippedRules()
            .row(row("Consent", "sms").match("channel", "sms").with("regime", Regime.OPT_IN));
    Message sms = message("sms", "promotion", "marketing");
    Customer optedIn = withConsent(new Consent("sms", null, null, true, Instant.EPOCH, null));

    assertThat(judge(strategy, sms, view()).outcome()).isEqualTo(Outcome.SUPPRESS);
    assertThat(judge(strategy, sms, view(optedIn)).outcome()).isEqualTo(Outcome.SEND);
  }

  @Test
  void aReplyEndsASequence() {
    TestStrategy strategy =
        TestStrategy.shippedRules()
            .row(
                row("Sequence", "any")
                    .with("stopOnResponse", List.of("reply"))
                    .with("unansweredAtMost", 2)
                    .with("stepsInOrder", true));
    Labels second = step(2);
    Customer answered =
        withResponse(
            new Response(
                "reply", "not-interested", Instant.parse("2026-11-22T12:00:00Z"), null, step(1)));

    Verdict stopped =
        judge(strategy, message(second), view(answered, contact("2026-11-20T12:00:00Z", step(1))));
    Verdict goesOn =
        judge(strategy, message(second), view(contact("2026-11-20T12:00:00Z", step(1))));
    Verdict tooSoon =
        judge(strategy, message(step(3)), view(contact("2026-11-20T12:00:00Z", step(1))));
    Verdict again =
        judge(strategy, message(step(1)), view(contact("2026-11-20T12:00:00Z", step(1))));
    Verdict unanswered =
        judge(
            strategy,
            message(step(3)),
            view(
                contact("2026-11-19T12:00:00Z", step(1)),
                contact("2026-11-20T12:00:00Z", step(2))));

    assertThat(stopped.outcome()).isEqualTo(Outcome.SUPPRESS);
    assertThat(stopped.decisive().reason()).contains("reply (not-interested)");
    assertThat(goesOn.outcome()).isEqualTo(Outcome.SEND);
    assertThat(tooSoon.decisive().reason()).isNotNull();
    assertThat(tooSoon.findings())
        .anySatisfy(f -> assertThat(f.reason()).contains("before step 3"));
    assertThat(again.outcome()).isEqualTo(Outcome.SUPPRESS);
    assertThat(unanswered.decisive().reason())
        .contains("2 contacts of this sequence are unanswered");
  }

  @Test
  void readsQuietHoursOnTheCustomersClock() {
    TestStrategy strategy =
        TestStrategy.shippedRules()
            .row(row("QuietHours", "night").with("quiet", TimeRange.parse("21:00-08:00")));
    Customer tokyo =
        new Customer(
            null,
            null,
            ZoneId.of("Asia/Tokyo"),
            null,
            null,
            Set.of(),
            null,
            null,
            Attributes.NONE,
            List.of(),
            List.of(),
            List.of());

    Verdict verdict = judge(strategy, promotion(), view(tokyo));

    assertThat(verdict.at()).isEqualTo(Instant.parse("2026-11-23T23:00:00Z"));
  }

  @Test
  void severalSendWindowsAreOneTogether() {
    TestStrategy strategy =
        TestStrategy.shippedRules()
            .row(row("SendWindow", "morning").with("within", TimeRange.parse("08:00-11:00")))
            .row(row("SendWindow", "evening").with("within", TimeRange.parse("17:00-20:00")));

    assertThat(judge(strategy, promotion(), view()).at())
        .isEqualTo(Instant.parse("2026-11-23T17:00:00Z"));
  }

  @Test
  void neverCountsSilentlyOverLessThanWasAsked() {
    CustomerView shortView =
        new CustomerView(
            Customer.UNKNOWN,
            List.of(),
            List.of(),
            List.of(),
            Instant.parse(NOON).minus(Duration.ofDays(1)));
    TestStrategy strategy = TestStrategy.shippedRules().row(cap("week", "7 days", 1));

    assertThatThrownBy(() -> judge(strategy, promotion(), shortView))
        .isInstanceOfSatisfying(
            LookbackExceededException.class,
            e -> assertThat(e.needed()).isEqualTo(Duration.ofDays(7)));
  }

  private static Labels step(int step) {
    return new Labels(
        "email", "outreach", "sales", null, null, null, "trial", step, null, Attributes.NONE);
  }

  private static Customer inSegment(String segment) {
    return new Customer(
        null,
        null,
        null,
        null,
        null,
        Set.of(segment),
        null,
        null,
        Attributes.NONE,
        List.of(),
        List.of(),
        List.of());
  }

  private static Customer inSituation(String name, String until) {
    Situation situation =
        new Situation(
            name,
            Instant.parse("2026-11-20T00:00:00Z"),
            until == null ? null : Instant.parse(until));
    return new Customer(
        null,
        null,
        null,
        null,
        null,
        Set.of(),
        null,
        null,
        Attributes.NONE,
        List.of(),
        List.of(situation),
        List.of());
  }

  private static Customer withConsent(Consent consent) {
    return new Customer(
        null,
        null,
        null,
        null,
        null,
        Set.of(),
        null,
        null,
        Attributes.NONE,
        List.of(consent),
        List.of(),
        List.of());
  }

  private static Customer withResponse(Response response) {
    return new Customer(
        null,
        null,
        null,
        null,
        null,
        Set.of(),
        null,
        null,
        Attributes.NONE,
        List.of(),
        List.of(),
        List.of(response));
  }
}
