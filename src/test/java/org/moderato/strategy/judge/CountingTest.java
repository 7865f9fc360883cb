package org.moderato.strategy.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderato.TestStrategy.contact;
import static org.moderato.TestStrategy.labels;
import static org.moderato.TestStrategy.message;
import static org.moderato.TestStrategy.row;
import static org.moderato.TestStrategy.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.moderato.TestCustomer;
import org.moderato.TestStrategy;
import org.moderato.strategy.Outcome;
import org.moderato.strategy.fact.Attributes;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.ContactStatus;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.fact.Labels;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.fact.Response;
import org.moderato.strategy.table.Measure;
import org.moderato.strategy.table.Settings;
import org.moderato.strategy.time.Span;
import org.moderato.strategy.time.Window;

/** What counts, and for how much. */
class CountingTest {

  private static final String NOON = "2026-11-23T12:00:00Z";
  private static final String AN_HOUR_AGO = "2026-11-23T11:00:00Z";
  private static final String TOMORROW = "2026-11-24T09:00:00Z";

  private static TestStrategy.RowBuilder cap(String id, String window, int atMost) {
    return row("FrequencyCap", id).with("window", Window.parse(window)).with("atMost", atMost);
  }

  private static TestStrategy with(TestStrategy.RowBuilder... rows) {
    TestStrategy strategy = TestStrategy.shippedRules();
    List.of(rows).forEach(strategy::row);
    return strategy;
  }

  private static Verdict judge(TestStrategy strategy, Message message, CustomerView view) {
    return strategy.load().judge(message, NOON, view);
  }

  private static Message promotion() {
    return message("email", "promotion", "marketing");
  }

  private static Labels step(int step) {
    return new Labels(
        "email", "onboarding", "sales", null, null, null, "trial", step, null, Attributes.NONE);
  }

  private static Labels about(Object... topics) {
    return new Labels(
        "email",
        "survey",
        "research",
        null,
        null,
        null,
        null,
        null,
        null,
        Attributes.of(Map.of("debt", List.of(topics))));
  }

  private static Contact reserved(Labels labels, String at, String until) {
    return new Contact(
        UUID.randomUUID(),
        "sales",
        "r",
        Instant.parse(at),
        null,
        ContactStatus.RESERVED,
        null,
        Instant.parse(until),
        labels);
  }

  @Test
  void tenthsThatFitAreAllowed() {
    TestStrategy strategy =
        with(
            cap("c", "7 days", 1).with("measure", Measure.WEIGHT),
            row("Weight", "mail").match("channel", "email").with("weight", 0.9),
            row("Weight", "push").match("channel", "push").with("weight", 0.1));

    Verdict fits = judge(strategy, promotion(), view(contact(AN_HOUR_AGO, "push", "news")));
    Verdict full =
        judge(
            strategy,
            promotion(),
            view(
                contact("2026-11-22T12:00:00Z", "push", "news"),
                contact(AN_HOUR_AGO, "push", "news")));

    assertThat(fits.outcome()).isEqualTo(Outcome.SEND);
    assertThat(full.at()).isEqualTo(Instant.parse("2026-11-29T12:00:00Z"));
  }

  @Test
  void aStepWhoseReservationLapsedWasNotSent() {
    TestStrategy strategy = with(row("Sequence", "s").with("stepsInOrder", true));
    Contact lapsed = reserved(step(1), "2026-11-23T10:00:00Z", AN_HOUR_AGO);
    Contact live = reserved(step(1), AN_HOUR_AGO, "2026-11-23T13:00:00Z");

    Verdict again = judge(strategy, message(step(1)), view(lapsed));
    Verdict tooSoon = judge(strategy, message(step(2)), view(lapsed));
    Verdict twice = judge(strategy, message(step(1)), view(live));

    assertThat(again.outcome()).isEqualTo(Outcome.SEND);
    assertThat(tooSoon.outcome()).isEqualTo(Outcome.DEFER);
    assertThat(twice.outcome()).isEqualTo(Outcome.SUPPRESS);
  }

  @Test
  void aStepThatIsBookedAheadIsWaitedFor() {
    TestStrategy strategy = with(row("Sequence", "s").with("stepsInOrder", true));
    CustomerView view = view(contact(TOMORROW, step(1)));

    Verdict next = judge(strategy, message(step(2)), view);
    Verdict same = judge(strategy, message(step(1)), view);

    assertThat(next.outcome()).isEqualTo(Outcome.DEFER);
    assertThat(next.at()).isEqualTo(Instant.parse(TOMORROW));
    assertThat(same.outcome()).isEqualTo(Outcome.SUPPRESS);
  }

  @Test
  void stepsOutsideTheWindowDoNotCount() {
    TestStrategy strategy =
        with(
            row("Sequence", "s")
                .with("stepsInOrder", true)
                .with("window", Window.parse("30 days")));
    CustomerView view = view(contact("2026-10-01T09:00:00Z", step(1)));

    assertThat(judge(strategy, message(step(1)), view).outcome()).isEqualTo(Outcome.SEND);
    assertThat(judge(strategy, message(step(2)), view).outcome()).isEqualTo(Outcome.DEFER);
  }

  @Test
  void whatIsBookedAheadIsUnansweredToo() {
    TestStrategy strategy = with(row("Sequence", "s").with("unansweredAtMost", 2));

    Verdict verdict =
        judge(
            strategy,
            message(step(3)),
            view(contact(AN_HOUR_AGO, step(1)), contact(TOMORROW, step(2))));

    assertThat(verdict.outcome()).isEqualTo(Outcome.SUPPRESS);
  }

  @Test
  void unansweredContactsLeaveTheWindow() {
    TestStrategy strategy =
        with(
            row("Sequence", "s")
                .with("unansweredAtMost", 1)
                .with("window", Window.parse("30 days")));

    Verdict verdict = judge(strategy, message(step(2)), view(contact(AN_HOUR_AGO, step(1))));

    assertThat(verdict.outcome()).isEqualTo(Outcome.SUPPRESS);
    assertThat(verdict.decisive().until()).isEqualTo("2026-12-23T11:00:00Z");
  }

  @Test
  void noUnansweredAtAllMeansWhatTheSettingSays() {
    Settings unlimited =
        new Settings(
            Settings.DEFAULT.zone(),
            null,
            "en",
            Settings.DEFAULT.historyKept(),
            Settings.DEFAULT.waitHorizon(),
            true,
            Outcome.SEND);
    TestStrategy.RowBuilder none = row("Sequence", "s").with("unansweredAtMost", 0);

    assertThat(judge(with(none), message(step(1)), view()).outcome()).isEqualTo(Outcome.SUPPRESS);
    assertThat(judge(with(none).settings(unlimited), message(step(1)), view()).outcome())
        .isEqualTo(Outcome.SEND);
    assertThat(judge(with(cap("c", "1 day", 0)).settings(unlimited), promotion(), view()).outcome())
        .isEqualTo(Outcome.SEND);
  }

  @Test
  void onlyWhatCameAfterTheLastResponseIsUnanswered() {
    TestStrategy strategy = with(row("Sequence", "s").with("unansweredAtMost", 2));
    Customer answered =
        new TestCustomer()
            .response(
                new Response("click", null, Instant.parse("2026-11-21T10:00:00Z"), null, step(1)))
            .response(
                new Response("click", null, Instant.parse("2026-11-19T10:00:00Z"), null, step(1)))
            .build();
    Contact first = contact("2026-11-20T09:00:00Z", step(1));
    Contact second = contact("2026-11-22T09:00:00Z", step(2));

    assertThat(judge(strategy, message(step(3)), view(answered, first, second)).outcome())
        .isEqualTo(Outcome.SEND);
    assertThat(judge(strategy, message(step(3)), view(first, second)).outcome())
        .isEqualTo(Outcome.SUPPRESS);
  }

  @Test
  void listsAreSharedIfTheyHaveAWordInCommon() {
    TestStrategy strategy = with(cap("c", "7 days", 1).with("same", List.of("debt")));
    Contact contact = contact(AN_HOUR_AGO, about("A-1", "A-2"));

    assertThat(judge(strategy, message(about("a-2", "A-3")), view(contact)).outcome())
        .isEqualTo(Outcome.DEFER);
    assertThat(judge(strategy, message(about("A-3", "A-4")), view(contact)).outcome())
        .isEqualTo(Outcome.SEND);
  }

  @Test
  void anEmptyListIsNoValue() {
    TestStrategy strategy = with(cap("c", "7 days", 1).with("same", List.of("debt")));

    Verdict verdict =
        judge(strategy, message(about()), view(contact(AN_HOUR_AGO, "email", "news")));

    assertThat(verdict.outcome()).isEqualTo(Outcome.SEND);
    assertThat(verdict.decisive().kind()).isEqualTo("no policy applied");
  }

  @Test
  void whatAnotherExemptionOverridesCounts() {
    TestStrategy strategy =
        with(
            cap("c", "7 days", 1),
            row("Exemption", "service")
                .match("category", "service")
                .with("doesNotObey", List.of("frequency cap"))
                .with("counts", false),
            row("Exemption", "calls")
                .match("category", "service")
                .match("channel", "phone")
                .with("doesNotObey", List.of("spacing"))
                .overrides("service"));

    assertThat(judge(strategy, promotion(), view(contact(AN_HOUR_AGO, "phone", "service"))))
        .extracting(Verdict::outcome)
        .isEqualTo(Outcome.DEFER);
    assertThat(judge(strategy, promotion(), view(contact(AN_HOUR_AGO, "email", "service"))))
        .extracting(Verdict::outcome)
        .isEqualTo(Outcome.SEND);
  }

  @Test
  void everReachesAsFarBackAsHistoryIsKept() {
    Settings kept =
        new Settings(
            Settings.DEFAULT.zone(),
            null,
            "en",
            Duration.ofDays(100),
            Settings.DEFAULT.waitHorizon(),
            false,
            Outcome.SEND);
    TestStrategy strategy = with(cap("c", "ever", 1)).settings(kept);
    String before = "2026-08-15T12:00:00Z";
    String after = "2026-08-15T12:00:00.000001Z";

    assertThat(judge(strategy, promotion(), view(contact(before, "email", "x"))).outcome())
        .isEqualTo(Outcome.SEND);
    assertThat(judge(strategy, promotion(), view(contact(after, "email", "x"))).outcome())
        .isEqualTo(Outcome.SUPPRESS);
  }

  @Test
  void noDistanceIsNoLimit() {
    TestStrategy strategy = with(row("Spacing", "s").with("atLeast", Span.parse("0 days")));

    assertThat(judge(strategy, promotion(), view(contact(NOON, "email", "x"))).outcome())
        .isEqualTo(Outcome.SEND);
  }

  @Test
  void aContactIsNeverInTheWayOfItsOwnMessage() {
    TestStrategy strategy = with(cap("c", "7 days", 1));
    Contact own =
        new Contact(
            UUID.randomUUID(),
            "Marketing",
            "own",
            Instant.parse(AN_HOUR_AGO),
            null,
            ContactStatus.SENT,
            null,
            null,
            labels("email", "promotion", "marketing"));
    Message message = new Message("own", promotion().labels(), List.of(), null, null);
    Message others =
        new Message("own", labels("email", "promotion", "sales"), List.of(), null, null);

    assertThat(judge(strategy, message, view(own)).outcome()).isEqualTo(Outcome.SEND);
    assertThat(judge(strategy, others, view(own)).outcome()).isEqualTo(Outcome.DEFER);
  }
}
