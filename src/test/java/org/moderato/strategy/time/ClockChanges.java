package org.moderato.strategy.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** When clocks change, for tests of what must hold then. */
final class ClockChanges {

  private ClockChanges() {}

  /** Zones that change by an hour, by half an hour, at midnight, around Ramadan, or never. */
  static Stream<ZoneId> zones() {
    return Stream.of(
            "Europe/Berlin",
            "America/New_York",
            "Australia/Lord_Howe",
            "Africa/Casablanca",
            "America/Santiago",
            "Asia/Kathmandu",
            "Pacific/Apia")
        .map(ZoneId::of);
  }

  /** The changes from 2024 to 2030; an ordinary midnight in a zone without any. */
  static List<Instant> of(ZoneId zone) {
    List<Instant> changes = new ArrayList<>();
    Instant end = Instant.parse("2031-01-01T00:00:00Z");
    ZoneOffsetTransition next =
        zone.getRules().nextTransition(Instant.parse("2024-01-01T00:00:00Z"));
    while (next != null && next.getInstant().isBefore(end)) {
      changes.add(next.getInstant());
      next = zone.getRules().nextTransition(next.getInstant());
    }
    return changes.isEmpty() ? List.of(Instant.parse("2026-11-22T00:00:00Z")) : changes;
  }
}
