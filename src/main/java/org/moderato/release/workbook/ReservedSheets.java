package org.moderato.release.workbook;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Names;
import org.moderato.strategy.table.Attribute;
import org.moderato.strategy.time.HolidayCalendar;

/** Reads what holds for all tables: vocabularies, attributes, holidays. */
final class ReservedSheets {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_. -]{1,64}");
  private static final List<String> ATTRIBUTE_COLUMNS = List.of("Name", "Of", "Type", "Notes");
  private static final List<String> CALENDAR_COLUMNS = List.of("Date", "Country", "Region", "Name");

  private final Problems problems;
  private final Words words;
  private final Map<String, Attribute> attributes = new HashMap<>(Attribute.BUILT_IN);
  private final Set<Holiday> holidays = new HashSet<>();

  private record Holiday(LocalDate day, @Nullable String country, @Nullable String region) {}

  ReservedSheets(Problems problems, Words words) {
    this.problems = problems;
    this.words = words;
  }

  /** Each column is a vocabulary; its header says of what. */
  void readVocabularies(SheetGrid sheet) {
    for (int row = 1; row <= sheet.lastRow(); row++) {
      for (Map.Entry<Integer, GridCell> cell : sheet.rows().get(row).entrySet()) {
        GridCell header = sheet.cell(0, cell.getKey());
        String word = cell.getValue().text();
        if (!header.isBlank() && WORD.matcher(word).matches()) {
          words.add(header.text(), word);
        } else {
          reportWord(sheet, header, cell.getValue());
        }
      }
    }
  }

  private void reportWord(SheetGrid sheet, GridCell header, GridCell cell) {
    String message =
        header.isBlank()
            ? "The column has no name in row 1"
            : "\""
                + cell.text()
                + "\" cannot be a word: letters, digits, blanks and - _ . only, at"
                + " most 64";
    problems.error("MOD-VOC-001", sheet, cell.address(), message, null);
  }

  void readAttributes(SheetGrid sheet) {
    SimpleTable table = new SimpleTable(sheet, ATTRIBUTE_COLUMNS, problems);
    for (int row : table.rows()) {
      GridCell name = table.cell(row, "Name");
      try {
        Attribute.Owner owner =
            (Attribute.Owner) CellValues.read(table.cell(row, "Of"), Attribute.Owner.class);
        Attribute.Type type =
            (Attribute.Type) CellValues.read(table.cell(row, "Type"), Attribute.Type.class);
        add(sheet, name, new Attribute(name.text(), owner, type));
      } catch (IllegalArgumentException e) {
        String hint = "Of is message, customer or contact; Type is text, number, boolean or date";
        problems.error("MOD-ATT-001", sheet, name.address(), String.valueOf(e.getMessage()), hint);
      }
    }
  }

  private void add(SheetGrid sheet, GridCell name, Attribute attribute) {
    Attribute before = attributes.putIfAbsent(attribute.key(), attribute);
    if (before != null && !before.equals(attribute)) {
      String message = "The attribute \"" + name.text() + "\" is there already";
      problems.error("MOD-ATT-002", sheet, name.address(), message, "Give it another name");
    }
  }

  void readCalendar(SheetGrid sheet) {
    SimpleTable table = new SimpleTable(sheet, CALENDAR_COLUMNS, problems);
    for (int row : table.rows()) {
      GridCell date = table.cell(row, "Date");
      try {
        LocalDate day = CellValues.date(date);
        holidays.add(
            new Holiday(day, key(table.cell(row, "Country")), key(table.cell(row, "Region"))));
      } catch (IllegalArgumentException e) {
        problems.error("MOD-CAL-001", sheet, date.address(), String.valueOf(e.getMessage()), null);
      }
    }
  }

  private static @Nullable String key(GridCell cell) {
    return cell.isBlank() ? null : Names.word(cell.text());
  }

  Map<String, Attribute> attributes() {
    return attributes;
  }

  /** A holiday without country holds everywhere, one without region in the whole country. */
  HolidayCalendar holidays() {
    Set<Holiday> known = Set.copyOf(holidays);
    return (day, country, region) -> {
      String inCountry = country == null ? null : country.toLowerCase(Locale.ROOT);
      String inRegion = region == null ? null : region.toLowerCase(Locale.ROOT);
      return known.contains(new Holiday(day, null, null))
          || known.contains(new Holiday(day, inCountry, null))
          || known.contains(new Holiday(day, inCountry, inRegion));
    };
  }

  Optional<LocalDate> holidaysUntil() {
    return holidays.stream().map(Holiday::day).max(LocalDate::compareTo);
  }
}
