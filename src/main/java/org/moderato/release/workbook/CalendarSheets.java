package org.moderato.release.workbook;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moderato.release.CalendarEnd;
import org.moderato.strategy.Names;
import org.moderato.strategy.time.HolidayCalendar;

/**
 * Reads the sheets {@code Calendar}. A holiday without country holds everywhere, one without region
 * in the whole country.
 */
final class CalendarSheets {

  private final Problems problems;
  private final Set<Holiday> holidays = new HashSet<>();
  private @Nullable CalendarEnd end;

  private record Holiday(LocalDate day, @Nullable String country, @Nullable String region) {}

  CalendarSheets(Problems problems) {
    this.problems = problems;
  }

  void read(SheetGrid sheet) {
    SimpleTable table =
        new SimpleTable(sheet, List.of("Date"), List.of("Country", "Region", "Name"), problems);
    for (int row : table.rows("Date")) {
      if (table.isFilled(row, "Date")) {
        read(sheet, table, row);
      }
    }
  }

  private void read(SheetGrid sheet, SimpleTable table, int row) {
    GridCell country = table.cell(row, "Country");
    GridCell region = table.cell(row, "Region");
    if (!country.isBlank() && !Countries.isKnown(country.text())) {
      String hint = "Write two letters, such as DE";
      problems.error("MOD-CAL-001", sheet, country, Countries.unknown(country.text()), hint);
    }
    if (country.isBlank() && !region.isBlank()) {
      String message = "The region " + region.text() + " has no country";
      problems.error("MOD-CAL-001", sheet, region, message, "Write its country beside it");
    }
    GridCell date = table.cell(row, "Date");
    try {
      LocalDate day = CellValues.date(date);
      holidays.add(new Holiday(day, word(country), word(region)));
      if (end == null || day.isAfter(end.day())) {
        end = new CalendarEnd(sheet.file(), sheet.name(), date.address(), day);
      }
    } catch (IllegalArgumentException e) {
      problems.error("MOD-TAB-006", sheet, date, String.valueOf(e.getMessage()), null);
    }
  }

  private static @Nullable String word(GridCell cell) {
    return cell.isBlank() ? null : Names.word(cell.text());
  }

  HolidayCalendar holidays() {
    Set<Holiday> known = Set.copyOf(holidays);
    return (day, country, region) -> {
      String inCountry = country == null ? null : Names.word(country);
      String inRegion = region == null ? null : Names.word(region);
      return known.contains(new Holiday(day, null, null))
          || known.contains(new Holiday(day, inCountry, null))
          || known.contains(new Holiday(day, inCountry, inRegion));
    };
  }

  /** The last holiday that is known; empty if there is none. */
  Optional<CalendarEnd> end() {
    return Optional.ofNullable(end);
  }
}
