package org.moderato.strategy.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * The line on which a window's contacts lie. Every instant has a place on it; a contact shares a
 * window with the places from its own up to, but without, the one where it leaves. Neither place
 * ever decreases in time: contacts leave in the order in which they came.
 */
sealed interface Scale {

  /** The place where a contact leaves that stays for ever. */
  long NEVER = Long.MAX_VALUE;

  /**
   * @param micros microseconds since 1970
   */
  long place(long micros);

  /** The first place that no window shares with this one; it comes after {@code place}. */
  long leave(long place);

  /** The first instant at that place or, if no instant has it, at a later one. */
  Instant first(long place);

  /**
   * The scale of a window.
   *
   * @param zone the customer's, for windows that don't name their own
   */
  static Scale of(Window window, ZoneId zone) {
    if (window instanceof Window.Rolling rolling) {
      ZoneId own = rolling.zone() == null ? zone : rolling.zone();
      int closed = rolling.inclusive() ? 1 : 0;
      Span span = rolling.span();
      return span.months() == 0
          ? new Elapsed(span.micros() + closed)
          : new Months(span.months(), closed, new WallClock(own));
    }
    if (window instanceof Window.Calendar calendar) {
      ZoneId own = calendar.zone() == null ? zone : calendar.zone();
      int shift = Math.floorMod(8 - calendar.from().getValue(), 7);
      return new Periods(calendar.unit(), calendar.count(), shift, new WallClock(own));
    }
    return new Always();
  }

  /** Microseconds since 1970; a contact leaves after a fixed time. */
  record Elapsed(long length) implements Scale {

    @Override
    public long place(long micros) {
      return micros;
    }

    @Override
    public long leave(long place) {
      return place + length;
    }

    @Override
    public Instant first(long place) {
      return Micros.toInstant(place);
    }
  }

  /**
   * Microseconds since 1970; a contact leaves months later, at the same time of the same day. One
   * made on a day that the later month lacks leaves with the end of that month.
   */
  record Months(long months, int closed, WallClock clock) implements Scale {

    @Override
    public long place(long micros) {
      return micros;
    }

    @Override
    public long leave(long place) {
      LocalDateTime came = clock.at(Micros.toInstant(place));
      LocalDateTime leaves = came.plusMonths(months);
      if (leaves.getDayOfMonth() < came.getDayOfMonth()) {
        // The 31st may not leave before the 28th's evening does.
        LocalDate nextMonth = leaves.toLocalDate().plusDays(1);
        leaves = nextMonth.atStartOfDay();
      }
      return Micros.of(clock.first(leaves)) + closed;
    }

    @Override
    public Instant first(long place) {
      return Micros.toInstant(place);
    }
  }

  /**
   * Numbered calendar periods; a contact leaves some periods later.
   *
   * @param shift by how many days periods begin earlier than the unit's own
   */
  record Periods(CalendarUnit unit, int count, int shift, WallClock clock) implements Scale {

    @Override
    public long place(long micros) {
      return unit.number(clock.at(Micros.toInstant(micros)).plusDays(shift));
    }

    @Override
    public long leave(long place) {
      return place + count;
    }

    @Override
    public Instant first(long place) {
      return clock.first(unit.start(place).minusDays(shift));
    }
  }

  /** One place for all instants. */
  record Always() implements Scale {

    @Override
    public long place(long micros) {
      return 0;
    }

    @Override
    public long leave(long place) {
      return NEVER;
    }

    @Override
    public Instant first(long place) {
      return Instant.EPOCH;
    }
  }
}
