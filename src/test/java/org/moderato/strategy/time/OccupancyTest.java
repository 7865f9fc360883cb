package org.moderato.strategy.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderato.strategy.time.Occupancy.Fill;
import org.moderato.strategy.time.Occupancy.Load;

class OccupancyTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest(name = "{0} after {1}: free at {2}")
  @CsvSource({
    "7 days,              2026-11-20T10:00:00Z, 2026-11-27T10:00:00Z",
    "7 days inclusive,    2026-11-20T10:00:00Z, 2026-11-27T10:00:00.000001Z",
    "1 month,             2026-11-20T10:00:00Z, 2026-12-20T10:00:00Z",
    "calendar hour,       2026-11-20T10:59:00Z, 2026-11-20T11:00:00Z",
    "calendar day,        2026-11-20T10:00:00Z, 2026-11-20T23:00:00Z",
    "calendar day in UTC, 2026-11-20T10:00:00Z, 2026-11-21T00:00:00Z",
    "calendar week,       2026-11-20T10:00:00Z, 2026-11-22T23:00:00Z",
    "calendar week from Sunday, 2026-11-20T10:00:00Z, 2026-11-21T23:00:00Z",
    "calendar week from Saturday, 2026-11-20T10:00:00Z, 2026-11-20T23:00:00Z",
    "calendar month,      2026-11-20T10:00:00Z, 2026-11-30T23:00:00Z",
    "calendar quarter,    2026-11-20T10:00:00Z, 2026-12-31T23:00:00Z",
    "calendar year,       2026-11-20T10:00:00Z, 2026-12-31T23:00:00Z",
    "7 calendar days,     2026-11-20T10:00:00Z, 2026-11-26T23:00:00Z",
    "calendar day,        2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
    "calendar hour,       2026-10-25T00:30:00Z, 2026-10-25T02:00:00Z",
    "calendar hour,       2026-03-29T00:30:00Z, 2026-03-29T01:00:00Z",
    "1 month,             2026-02-28T01:30:00Z, 2026-03-28T01:30:00Z",
    "1 month,             2026-03-01T01:30:00Z, 2026-04-01T00:30:00Z",
    "1 year,              2025-03-29T01:30:00Z, 2026-03-29T01:00:00Z"
  })
  void isFreeOnceTheOnlyContactHasLeft(String window, Instant contact, Instant free) {
    Occupancy occupancy = occupancy(window, contact);

    assertThat(occupancy.firstFree(contact, 0)).contains(free);
    assertThat(occupancy.firstFreeAfter(contact, 0)).contains(free);
  }

  @ParameterizedTest(name = "{0} leaves at {1}")
  @CsvSource({
    "2026-01-28T22:00:00Z, 2026-02-28T22:00:00Z",
    "2026-01-29T10:00:00Z, 2026-02-28T23:00:00Z",
    "2026-01-31T10:00:00Z, 2026-02-28T23:00:00Z",
    "2026-02-28T10:00:00Z, 2026-03-28T10:00:00Z"
  })
  void lastDaysOfLongMonthsLeaveWithTheShortOne(Instant contact, Instant free) {
    assertThat(occupancy("1 month", contact).firstFree(contact, 0)).contains(free);
  }

  @Test
  void looksAheadAsWellAsBack() {
    // Given
    Instant planned = Instant.parse("2026-11-20T10:00:00Z");
    Occupancy occupancy = occupancy("1 day", planned);
    Instant justInside = planned.minusSeconds(86_400).plusNanos(1000);

    // Then
    assertThat(occupancy.fullest(justInside)).isEqualTo(new Fill(0, 1, 1));
    assertThat(occupancy.firstFree(justInside, 0)).contains(planned.plusSeconds(86_400));
    assertThat(occupancy.firstFreeAfter(justInside, 0)).contains(justInside);
    assertThat(occupancy.fullest(justInside.minusNanos(1000)).count()).isZero();
  }

  @Test
  void takesTheWindowThatEndsFirstOfEquallyFullOnes() {
    Occupancy occupancy =
        occupancy(
            "1 day",
            Instant.parse("2026-11-20T10:00:00Z"),
            Instant.parse("2026-11-21T11:00:00Z"),
            Instant.parse("2026-11-21T13:00:00Z"),
            Instant.parse("2026-11-22T12:00:00Z"));

    assertThat(occupancy.fullest(Instant.parse("2026-11-21T12:00:00Z")))
        .isEqualTo(new Fill(1, 3, 2));
  }

  @Test
  void findsTheGapBetweenPlannedContacts() {
    Occupancy occupancy =
        occupancy(
            "1 day", Instant.parse("2026-11-20T10:00:00Z"), Instant.parse("2026-11-22T10:00:00Z"));

    assertThat(occupancy.firstFree(Instant.parse("2026-11-20T12:00:00Z"), 0))
        .contains(Instant.parse("2026-11-21T10:00:00Z"));
  }

  @Test
  void neverFreesWhatCanNeverFit() {
    Instant contact = Instant.parse("2026-11-20T10:00:00Z");

    assertThat(occupancy("7 days", contact).firstFree(contact, -1)).isEmpty();
    assertThat(occupancy("7 days").firstFree(contact, -1)).isEmpty();
    assertThat(occupancy("7 days").firstFreeAfter(contact, -1)).isEmpty();
    assertThat(occupancy("ever", contact).firstFree(contact, 0)).isEmpty();
    assertThat(occupancy("ever", contact).firstFreeAfter(contact, 0)).isEmpty();
    assertThat(occupancy("ever", contact).firstFree(contact, 1)).contains(contact);
  }

  @Test
  void looksPastLaterContactsOfTheSameDayIfItOnlyLooksBack() {
    Instant evening = Instant.parse("2026-11-20T18:00:00Z");
    Instant morning = Instant.parse("2026-11-20T08:00:00Z");
    Occupancy occupancy = occupancy("calendar day", evening);

    assertThat(occupancy.firstFreeAfter(morning, 0)).contains(morning);
    assertThat(occupancy.firstFree(morning, 0)).contains(Instant.parse("2026-11-20T23:00:00Z"));
  }

  @Test
  void skipsAnHourThatClocksLeaveOut() {
    Instant one = Instant.parse("2026-03-29T00:10:00Z");
    Instant three = Instant.parse("2026-03-29T01:10:00Z");

    assertThat(occupancy("calendar hour", one, three).firstFree(one, 0))
        .contains(Instant.parse("2026-03-29T02:00:00Z"));
    assertThat(occupancy("calendar hour", one, three.minusSeconds(600)).firstFreeAfter(one, 0))
        .contains(Instant.parse("2026-03-29T02:00:00Z"));
  }

  @Test
  void addsTenthsExactly() {
    Instant at = Instant.parse("2026-11-20T10:00:00Z");
    List<Load> tenths = List.of(new Load(at, 0.1), new Load(at, 0.1));
    Occupancy occupancy = new Occupancy(Window.parse("7 days"), BERLIN, tenths);

    assertThat(occupancy.firstFree(at, 0.3 - 0.1)).contains(at);
    assertThat(occupancy.fullest(at).fits(0.3 - 0.1)).isTrue();
    assertThat(occupancy.fullest(at).weight()).isEqualTo(0.2);
  }

  @Test
  void sortsLoads() {
    Load later = new Load(Instant.parse("2026-11-20T10:00:00Z"), 1);
    Load earlier = new Load(Instant.parse("2026-11-19T10:00:00Z"), 2);

    Occupancy occupancy = new Occupancy(Window.parse("1 hour"), BERLIN, List.of(later, earlier));

    assertThat(occupancy.fullest(earlier.at())).isEqualTo(new Fill(0, 1, 2));
    assertThat(occupancy.fullest(later.at())).isEqualTo(new Fill(1, 2, 1));
  }

  @Test
  void refusesWeightsThatAreNoNumbersFromZeroOn() {
    for (double weight : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException().isThrownBy(() -> new Load(Instant.EPOCH, weight));
    }
  }

  private static Occupancy occupancy(String window, Instant... contacts) {
    List<Load> loads = new ArrayList<>();
    for (Instant contact : contacts) {
      loads.add(new Load(contact, 1));
    }
    return new Occupancy(Window.parse(window), BERLIN, loads);
  }
}
