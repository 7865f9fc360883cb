package org.moderato.release.workbook;

import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Names;
import org.moderato.strategy.Outcome;
import org.moderato.strategy.table.Settings;
import org.moderato.strategy.time.Span;
import org.moderato.words.Suggestions;

/** Reads the sheets {@code Settings}: a setting and its value in each row. */
final class SettingsSheet {

  private static final List<String> KNOWN =
      List.of(
          "Default zone",
          "Default country",
          "Default language",
          "History kept",
          "Wait horizon",
          "Meaning of 0",
          "When no policy applied");

  private static final Duration LONGEST_WAIT = Duration.ofDays(400);

  private final Problems problems;
  private final Map<String, Given> given = new HashMap<>();
  private final Map<String, Object> values = new HashMap<>();

  private record Given(SheetGrid sheet, GridCell cell) {}

  SettingsSheet(Problems problems) {
    this.problems = problems;
  }

  void read(SheetGrid sheet) {
    SimpleTable table = new SimpleTable(sheet, List.of("Setting", "Value"), List.of(), problems);
    for (int row : table.rows("Setting")) {
      GridCell value = table.cell(row, "Value");
      // A blank value means the default: sheets list all settings with their meaning.
      if (table.isFilled(row, "Setting") && !value.isBlank()) {
        readSetting(sheet, table.cell(row, "Setting"), value);
      }
    }
  }

  private void readSetting(SheetGrid sheet, GridCell name, GridCell value) {
    String key = Names.key(name.text());
    if (KNOWN.stream().noneMatch(known -> Names.key(known).equals(key))) {
      String message = "\"" + name.text() + "\" is not a setting";
      problems.error("MOD-SET-001", sheet, name, message, Suggestions.hint(name.text(), KNOWN));
      return;
    }
    Given before = given.putIfAbsent(key, new Given(sheet, value));
    if (before != null) {
      reportTwice(before, sheet, name, value);
      return;
    }
    try {
      values.put(key, parse(key, value));
    } catch (IllegalArgumentException e) {
      problems.error("MOD-SET-003", sheet, value, String.valueOf(e.getMessage()), null);
    }
  }

  private void reportTwice(Given before, SheetGrid sheet, GridCell name, GridCell value) {
    if (!Names.word(before.cell().text()).equals(Names.word(value.text()))) {
      String place = before.sheet().place(before.cell());
      String message = "\"" + name.text() + "\" is set to another value in " + place;
      problems.error("MOD-SET-002", sheet, value, message, "Delete one of them");
    }
  }

  private static Object parse(String key, GridCell value) {
    return switch (key) {
      case "defaultzone" -> CellValues.zone(value);
      case "defaultcountry" -> country(value.text());
      case "defaultlanguage" -> language(value.text());
      case "historykept" -> CellValues.positive(Span.parse(value.text())).longest();
      case "waithorizon" -> horizon(value);
      case "meaningof0" -> unlimited(value);
      default -> outcome(value);
    };
  }

  private static String country(String code) {
    if (!Countries.isKnown(code)) {
      throw new IllegalArgumentException(Countries.unknown(code) + "; write one such as DE");
    }
    return code;
  }

  private static String language(String code) {
    if (!Countries.isLanguage(code)) {
      throw new IllegalArgumentException(
          "\"" + code + "\" is not a language's code; write one such as en");
    }
    return code;
  }

  private static Duration horizon(GridCell value) {
    Duration horizon = Span.parse(value.text()).longest();
    if (horizon.compareTo(LONGEST_WAIT) > 0) {
      throw new IllegalArgumentException("the longest possible wait horizon is 400 days");
    }
    return horizon;
  }

  private static boolean unlimited(GridCell value) {
    return switch (Names.key(value.text())) {
      case "nothing" -> false;
      case "nolimit", "unlimited" -> true;
      default -> throw new IllegalArgumentException(notKnown(value, "nothing, or no limit"));
    };
  }

  private static Outcome outcome(GridCell value) {
    return switch (Names.key(value.text())) {
      case "send" -> Outcome.SEND;
      case "suppress" -> Outcome.SUPPRESS;
      default -> throw new IllegalArgumentException(notKnown(value, "send or suppress"));
    };
  }

  private static String notKnown(GridCell value, String expected) {
    return "\"" + value.text() + "\" is not known; write " + expected;
  }

  Settings settings() {
    Settings usual = Settings.DEFAULT;
    return new Settings(
        value("defaultzone", ZoneId.class, usual.zone()),
        country(),
        value("defaultlanguage", String.class, usual.language()),
        value("historykept", Duration.class, usual.historyKept()),
        value("waithorizon", Duration.class, usual.waitHorizon()),
        value("meaningof0", Boolean.class, usual.zeroMeansUnlimited()),
        value("whennopolicyapplied", Outcome.class, usual.noPolicyOutcome()));
  }

  private @Nullable String country() {
    return (String) values.get("defaultcountry");
  }

  private <T> T value(String key, Class<T> type, T usual) {
    Object value = values.get(key);
    return value == null ? usual : type.cast(value);
  }
}
