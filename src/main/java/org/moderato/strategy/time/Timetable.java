package org.moderato.strategy.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The union of some schedules in a zone. An instant is covered if the time that the wall clock
 * shows then lies in a schedule. Between two clock changes the wall clock runs evenly, so ends are
 * computed there, and looked at anew where it jumps: exact to the microsecond on any night.
 *
 * @param schedules what is united
 * @param zone whose wall clock is read
 * @param holiday tells public holidays there
 */
public record Timetable(List<Schedule> schedules, ZoneId zone, Predicate<LocalDate> holiday) {

  /** How far ahead a free time is looked for. */
  public static final Duration HORIZON = Duration.ofDays(400);

  public Timetable {
    schedules = List.copyOf(schedules);
  }

  public boolean covers(Instant instant) {
    return endAt(instant.atZone(zone).toLocalDateTime()).isPresent();
  }

  /**
   * The first instant from the given one on that is not covered.
   *
   * @return empty if everything is covered as far as {@link #HORIZON}
   */
  public Optional<Instant> firstOutside(Instant from) {
    Instant cursor = from;
    while (!cursor.isAfter(from.plus(HORIZON))) {
      Optional<LocalDateTime> end = endAt(cursor.atZone(zone).toLocalDateTime());
      if (end.isEmpty()) {
        return Optional.of(cursor);
      }
      cursor = reach(cursor, end.get());
    }
    return Optional.empty();
  }

  /**
   * The first instant from the given one on that is covered.
   *
   * @return empty if nothing is covered as far as {@link #HORIZON}
   */
  public Optional<Instant> firstInside(Instant from) {
    Instant cursor = from;
    while (!cursor.isAfter(from.plus(HORIZON))) {
      if (covers(cursor)) {
        return Optional.of(cursor);
      }
      Optional<LocalDateTime> start = nextStart(cursor.atZone(zone).toLocalDateTime());
      if (start.isEmpty()) {
        return Optional.empty();
      }
      cursor = reach(cursor, start.get());
    }
    return Optional.empty();
  }

  /** When the clock shows a later local time, or jumps, whatever comes first. */
  private Instant reach(Instant cursor, LocalDateTime time) {
    ZoneOffset offset = zone.getRules().getOffset(cursor);
    Instant reached = time.toInstant(offset);
    ZoneOffsetTransition change = zone.getRules().nextTransition(cursor);
    return change != null && change.getInstant().isBefore(reached) ? change.getInstant() : reached;
  }

  private Optional<LocalDateTime> endAt(LocalDateTime time) {
    return schedules.stream()
        .flatMap(schedule -> schedule.endAt(time, holiday).stream())
        .max(LocalDateTime::compareTo);
  }

  private Optional<LocalDateTime> nextStart(LocalDateTime time) {
    int longest = (int) HORIZON.toDays() + 1;
    Stream<LocalDateTime> starts =
        schedules.stream().flatMap(s -> s.nextStart(time, longest, holiday).stream());
    return starts.min(LocalDateTime::compareTo);
  }
}
