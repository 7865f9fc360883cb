package org.moderato.strategy.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest(name = "\"{0}\" is {1}")
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "90 minutes,90 minutes",
        "90 min,90 minutes",
        "120 minutes,2 hours",
        "  16   Hours ,16 hours",
        "16h,16 hours",
        "1 day,1 day",
        "7\u00a0DAYS,7 days",
        "2 weeks,14 days",
        "1 month,1 month",
        "3 months,3 months",
        "12 months,1 year",
        "1 year,1 year",
        "0 days,0 days",
        "0 months,0 days",
        "007 days,7 days",
        "1000 years,1000 years"
      })
  void readsCells(String cell, String canonical) {
    Span span = Span.parse(cell);

    assertThat(span).hasToString(canonical);
    assertThat(Span.parse(canonical)).isEqualTo(span).hasSameHashCodeAs(span);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"7 dayz", "", "days", "7", "-3 days", "1.5 hours", "a week", "7 days ago"})
  void saysWhatItExpects(String cell) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Span.parse(cell))
        .withMessage(
            "\"%s\" is not a duration; write a number and a unit, such as 7 days, 16 hours or"
                + " 1 month",
            cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1001 years", "366001 days", "99999999999999999999 minutes"})
  void refusesMoreThanAThousandYears(String cell) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Span.parse(cell))
        .withMessage("\"%s\" is too long; a duration is at most 1000 years", cell);
  }

  @Test
  void countsDaysAsElapsedTimeAndMonthsInTheCalendar() {
    Instant beforeClocksGoForward = Instant.parse("2026-03-28T11:00:00Z");
    Instant earlyInMarch = Instant.parse("2026-03-01T11:00:00Z");

    assertThat(Span.parse("1 day").after(beforeClocksGoForward, BERLIN))
        .isEqualTo("2026-03-29T11:00:00Z");
    assertThat(Span.parse("1 month").after(earlyInMarch, BERLIN)).isEqualTo("2026-04-01T10:00:00Z");
    assertThat(Span.parse("1 month").before(Instant.parse("2026-04-01T10:00:00Z"), BERLIN))
        .isEqualTo(earlyInMarch);
    assertThat(Span.parse("1 day").before(beforeClocksGoForward, BERLIN))
        .isEqualTo("2026-03-27T11:00:00Z");
  }

  @Test
  void endsWithTheMonthThatLacksTheDay() {
    Instant lastOfJanuary = Instant.parse("2026-01-31T10:00:00Z");

    assertThat(Span.parse("1 month").after(lastOfJanuary, ZoneOffset.UTC))
        .isEqualTo("2026-02-28T10:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 month", "2 months", "13 months", "1 year", "4 years", "30 days"})
  void neverElapsesLongerThanItsLongest(String cell) {
    Span span = Span.parse(cell);
    for (String zone : new String[] {"Europe/Berlin", "Antarctica/Troll", "America/New_York"}) {
      Instant start = Instant.parse("2024-01-01T00:30:00Z");
      for (int hours = 0; hours < 4 * 366 * 24; hours += 7) {
        Instant from = start.plus(Duration.ofHours(hours));
        Duration elapsed = Duration.between(from, span.after(from, ZoneId.of(zone)));
        assertThat(elapsed).as("%s from %s", zone, from).isLessThanOrEqualTo(span.longest());
      }
    }
  }

  @Test
  void takesDurations() {
    assertThat(Span.of(Duration.ofHours(16))).isEqualTo(Span.parse("16 hours"));
    assertThat(Span.of(Duration.ofNanos(1_500_000))).hasToString("1500 microseconds");
    assertThat(Span.of(Duration.ZERO).isZero()).isTrue();
    assertThat(Span.parse("1 month").isZero()).isFalse();
    assertThatThrownBy(() -> Span.of(Duration.ofDays(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tellsMonthsFromDays() {
    assertThat(Span.parse("1 month")).isNotEqualTo(Span.parse("30 days"));
    assertThat(Span.parse("1 week")).isEqualTo(Span.parse("7 days"));
  }
}
