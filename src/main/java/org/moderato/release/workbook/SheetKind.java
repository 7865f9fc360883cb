package org.moderato.release.workbook;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.moderato.strategy.Names;
import org.moderato.strategy.table.TableType;

/** What a sheet is for, by its name and its first cells. */
enum SheetKind {
  POLICY_TABLE,
  RULE_TABLE,
  VOCABULARIES,
  ATTRIBUTES,
  SETTINGS,
  CALENDAR,
  SCENARIOS,
  /** For people, or for other tools. */
  NOT_OURS,
  UNKNOWN;

  private static final int AREA = 30;

  private static final Map<String, SheetKind> RESERVED =
      Map.of(
          "readme", NOT_OURS,
          "scenarios", SCENARIOS,
          "vocabularies", VOCABULARIES,
          "vocabulary", VOCABULARIES,
          "attributes", ATTRIBUTES,
          "settings", SETTINGS,
          "calendar", CALENDAR);

  static SheetKind of(SheetGrid sheet, List<TableType> types) {
    SheetKind reserved = RESERVED.get(Names.key(sheet.name()));
    if (sheet.name().startsWith("_")) {
      return NOT_OURS;
    }
    if (reserved != null) {
      return reserved;
    }
    if (isRuleTable(sheet)) {
      return RULE_TABLE;
    }
    return type(sheet, types).isPresent() ? POLICY_TABLE : UNKNOWN;
  }

  /** The type that a sheet's name means, whatever its spelling and with or without a plural s. */
  static Optional<TableType> type(SheetGrid sheet, List<TableType> types) {
    String name = singular(sheet.name());
    return types.stream().filter(type -> singular(type.name()).equals(name)).findFirst();
  }

  private static String singular(String name) {
    String key = Names.key(name);
    return key.endsWith("s") ? key.substring(0, key.length() - 1) : key;
  }

  private static boolean isRuleTable(SheetGrid sheet) {
    for (int row = 0; row < Math.min(AREA, sheet.rows().size()); row++) {
      for (int column = 0; column < AREA; column++) {
        String text = sheet.cell(row, column).text().toLowerCase(Locale.ROOT);
        if (text.equals("ruleset") || text.equals("ruletable") || text.startsWith("ruletable ")) {
          return true;
        }
      }
    }
    return false;
  }
}
