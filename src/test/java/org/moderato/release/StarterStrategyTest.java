package org.moderato.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderato.TestStrategy.contact;
import static org.moderato.TestStrategy.message;
import static org.moderato.TestStrategy.view;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderato.strategy.Outcome;
import org.moderato.strategy.fact.Attributes;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.fact.Labels;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.judge.Finding;
import org.moderato.strategy.judge.Judge;
import org.moderato.strategy.judge.Strategy;
import org.moderato.strategy.judge.Verdict;
import org.moderato.strategy.rule.Effort;

/** The strategy that ships, without the service around it. */
class StarterStrategyTest {

  private static final Instant SUNDAY = Instant.parse("2026-11-22T00:00:00Z");

  private static StrategyLoader.Result loaded;

  @BeforeAll
  static void load() {
    loaded = StrategyLoader.standalone().load(StrategyFiles.readFrom(Path.of(".")));
  }

  @AfterAll
  static void dispose() {
    loaded.loaded().ifPresent(strategy -> strategy.disposal().run());
  }

  private static Strategy strategy() {
    return loaded.loaded().orElseThrow().strategy();
  }

  private static Verdict judge(Message message, Instant at, CustomerView view) {
    return new Judge(strategy(), view, Effort.unbounded(), false).judge(message, at);
  }

  /** The message that the documentation asks about. */
  private static Message example() {
    Labels labels =
        new Labels(
            "email",
            "promotion",
            "marketing",
            "acme",
            "webinar-q4",
            "webinar-invite-v2",
            "trial",
            3,
            50,
            Attributes.of(Map.of("campaign", "Q4")));
    return new Message("mkt-2026-11-22-000017", labels, List.of("push"), null, null);
  }

  @Test
  void loadsWithoutErrorsAndWarnings() {
    assertThat(loaded.problems()).extracting(Problem::toString).isEmpty();
    assertThat(loaded.loaded()).isPresent();
  }

  @Test
  void hasRowsInEveryTableAndNamesThem() {
    assertThat(strategy().tables().values())
        .allSatisfy(table -> assertThat(table.rows()).as(table.type().name()).isNotEmpty())
        .flatMap(table -> table.rows())
        .allSatisfy(row -> assertThat(row.getHead().named()).as(row.toString()).isTrue());
  }

  @Test
  void sendsTheExampleToAStrangerAtAnyHour() {
    for (int hour = 0; hour < 24; hour++) {
      Verdict verdict =
          judge(example(), SUNDAY.plus(hour, ChronoUnit.HOURS), CustomerView.unknown());

      assertThat(verdict.outcome()).isEqualTo(Outcome.SEND);
      assertThat(verdict.channel()).isEqualTo("email");
      assertThat(verdict.findings())
          .extracting(Finding::kind)
          .containsExactly("all policies passed");
    }
  }

  @Test
  void knowsAPublicHolidayOfEachCountry() {
    assertThat(strategy().holidays().isHoliday(LocalDate.of(2027, 10, 3), "DE", null)).isTrue();
    assertThat(strategy().holidays().isHoliday(LocalDate.of(2027, 10, 26), "AT", null)).isTrue();
    assertThat(strategy().holidays().isHoliday(LocalDate.of(2027, 8, 1), "CH", null)).isTrue();
    assertThat(strategy().holidays().isHoliday(LocalDate.of(2027, 7, 14), "FR", null)).isTrue();
    assertThat(strategy().holidays().isHoliday(LocalDate.of(2027, 3, 26), "GB", null)).isTrue();
    assertThat(strategy().holidays().isHoliday(LocalDate.of(2027, 7, 5), "US", null)).isTrue();
    assertThat(strategy().holidays().isHoliday(LocalDate.of(2027, 1, 6), "DE", "BY")).isTrue();
    assertThat(strategy().holidays().isHoliday(LocalDate.of(2027, 1, 6), "DE", "BE")).isFalse();
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      textBlock =
          """
          # the first row of advertising that a third offer in a week still passes
          2, promotion, SEND
          3, promotion, DEFER
          # what belongs to the contract is not held back
          3, bill,      SEND
          3, security,  SEND
          """)
  void letsThreeOffersAWeekPass(int offers, String category, Outcome outcome) {
    String[] days = {"2026-11-17T09:00:00Z", "2026-11-18T09:00:00Z", "2026-11-20T09:00:00Z"};
    CustomerView view =
        view(
            List.of(days).subList(0, offers).stream()
                .map(day -> contact(day, "email", "promotion"))
                .toArray(org.moderato.strategy.fact.Contact[]::new));

    Verdict verdict = judge(message("email", category, "marketing"), SUNDAY, view);

    assertThat(verdict.outcome()).isEqualTo(outcome);
  }

  @Test
  void asksForAnOptInByTextMessageOnly() {
    Instant noon = SUNDAY.plus(36, ChronoUnit.HOURS);

    Verdict text = judge(message("sms", "promotion", "marketing"), noon, CustomerView.unknown());
    Verdict notice = judge(message("sms", "service", "service"), noon, CustomerView.unknown());

    assertThat(text.outcome()).isEqualTo(Outcome.SUPPRESS);
    assertThat(text.decisive().row()).isEqualTo("sms");
    assertThat(notice.outcome()).isEqualTo(Outcome.SEND);
  }

  @Test
  void triesTheChannelsThatSuitABillFirst() {
    Message bill =
        new Message("b", message("post", "bill", "billing").labels(), List.of("email"), null, null);

    assertThat(judge(bill, SUNDAY, CustomerView.unknown()).channel()).isEqualTo("email");
  }
}
