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
import org.moderato.strategy.table.Waiting;
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
}
