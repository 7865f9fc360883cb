package org.moderato.release.workbook;

import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.moderato.strategy.Names;
import org.moderato.strategy.Outcome;
import org.moderato.strategy.table.Settings;
import org.moderato.strategy.time.Span;

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
  private final Map<String, GridCell> cells = new HashMap<>();
  private final Map<String, Object> values = new HashMap<>();

  SettingsSheet(Problems problems) {
    this.problems = problems;
  }

  void read(SheetGrid sheet) {
    for (int row = 1; row <= sheet.lastRow(); row++) {
      GridCell name = sheet.cell(row, 0);
      GridCell value = sheet.cell(row, 1);
      if (!name.isBlank()) {
        readSetting(sheet, name, value);
      }
    }
  }

  private void readSetting(SheetGrid sheet, GridCell name, GridCell value) {
    String key = Names.key(name.text());
    if (KNOWN.stream().noneMatch(known -> Names.key(known).equals(key))) {
      String message = "\"" + name.text() + "\" is not a setting";
      problems.error(
          "MOD-SET-001", sheet, name.address(), message, Suggestions.hint(name.text(), KNOWN));
      return;
    }
    GridCell before = cells.putIfAbsent(key, value);
    if (before != null && !before.text().equals(value.text())) {
      String message = "The setting \"" + name.text() + "\" is given twice with different values";
      problems.error("MOD-SET-002", sheet, value.address(), message, "Delete one of them");
      return;
    }
    if (value.isBlank()) {
      return;
    }
    try {
      values.put(key, parse(key, value));
    } catch (IllegalArgumentException e) {
      problems.error("MOD-SET-003", sheet, value.address(), String.valueOf(e.getMessage()), null);
    }
  }

  private static Object parse(String key, GridCell value) {
    return switch (key) {
      case "defaultzone" -> CellValues.zone(value);
      case "historykept" -> Span.parse(value.text()).longest();
      case "waithorizon" -> horizon(value);
      case "meaningof0" -> unlimited(value);
      case "whennopolicyapplied" -> outcome(value);
      default -> value.text();
    };
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
      default -> throw new IllegalArgumentException("write nothing, or no limit");
    };
  }

  private static Outcome outcome(GridCell value) {
    return switch (Names.key(value.text())) {
      case "send" -> Outcome.SEND;
      case "suppress" -> Outcome.SUPPRESS;
      default -> throw new IllegalArgumentException("write send or suppress");
    };
  }

  Settings settings() {
    Settings usual = Settings.DEFAULT;
    return new Settings(
        value("defaultzone", ZoneId.class, usual.zone()),
        (String) values.get("defaultcountry"),
        value("defaultlanguage", String.class, usual.language()),
        value("historykept", Duration.class, usual.historyKept()),
        value("waithorizon", Duration.class, usual.waitHorizon()),
        value("meaningof0", Boolean.class, usual.zeroMeansUnlimited()),
        value("whennopolicyapplied", Outcome.class, usual.noPolicyOutcome()));
  }

  private <T> T value(String key, Class<T> type, T usual) {
    Object value = values.get(key);
    return value == null ? usual : type.cast(value);
  }
}
