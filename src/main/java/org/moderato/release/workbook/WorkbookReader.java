package org.moderato.release.workbook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.moderato.release.RuleSheet;
import org.moderato.strategy.table.RowData;
import org.moderato.strategy.table.Settings;
import org.moderato.strategy.table.TableType;
import org.moderato.strategy.time.Span;
import org.moderato.strategy.time.Window;

/** Reads all workbooks of a strategy: bytes in, typed rows and problems out. */
public final class WorkbookReader {

  /** Waits and their bounds are spans too, but ask nothing of the history. */
  private static final List<String> WAITS = List.of("waitAtMost", "askAgainAfter");

  private static final Duration SLACK = Duration.ofHours(1);

  private final Problems problems = new Problems();
  private final Words words = new Words();
  private final ReservedSheets reserved = new ReservedSheets(problems, words);
  private final SettingsSheet settings = new SettingsSheet(problems);

  /** Never throws for what is wrong with the workbooks. */
  public WorkbookContents read(SortedMap<String, byte[]> workbooks, List<TableType> types) {
    GridReader reader = new GridReader(problems);
    List<Classified> sheets = new ArrayList<>();
    workbooks.forEach(
        (file, bytes) ->
            reader
                .read(file, bytes)
                .forEach(sheet -> sheets.add(new Classified(sheet, SheetKind.of(sheet, types)))));
    sheets.forEach(sheet -> readReserved(sheet.grid(), sheet.kind()));
    List<RowData> rows = new CrossChecks(problems).check(policyRows(sheets, types));
    Settings theirs = settings.settings();
    return new WorkbookContents(
        rows,
        theirs,
        reserved.attributes(),
        words.all(),
        reserved.holidays(),
        reserved.holidaysUntil(),
        ruleSheets(sheets),
        lookback(rows, theirs),
        problems.all());
  }

  private record Classified(SheetGrid grid, SheetKind kind) {}

  private void readReserved(SheetGrid sheet, SheetKind kind) {
    switch (kind) {
      case VOCABULARIES -> reserved.readVocabularies(sheet);
      case ATTRIBUTES -> reserved.readAttributes(sheet);
      case SETTINGS -> settings.read(sheet);
      case CALENDAR -> reserved.readCalendar(sheet);
      case POLICY_TABLE, RULE_TABLE, NOT_OURS, UNKNOWN -> {}
    }
  }

  private List<RowData> policyRows(List<Classified> sheets, List<TableType> types) {
    PolicySheet reader = new PolicySheet(words, reserved.attributes(), problems);
    List<RowData> rows = new ArrayList<>();
    for (Classified sheet : sheets) {
      if (sheet.kind() == SheetKind.POLICY_TABLE) {
        SheetKind.type(sheet.grid(), types)
            .ifPresent(type -> rows.addAll(reader.read(sheet.grid(), type)));
      }
      if (sheet.kind() == SheetKind.UNKNOWN && sheet.grid().lastRow() >= 0) {
        reportUnknown(sheet.grid(), types);
      }
    }
    return rows;
  }

  private void reportUnknown(SheetGrid sheet, List<TableType> types) {
    List<String> known = types.stream().map(TableType::title).sorted().toList();
    String message = "\"" + sheet.name() + "\" is no table that a rule file declares";
    String hint = Suggestions.hint(sheet.name(), known);
    problems.error("MOD-TAB-001", sheet, null, message, hint);
  }

  private static List<RuleSheet> ruleSheets(List<Classified> sheets) {
    return sheets.stream()
        .filter(sheet -> sheet.kind() == SheetKind.RULE_TABLE)
        .map(sheet -> new RuleSheet(sheet.grid().file(), sheet.grid().name()))
        .toList();
  }

  private static Duration lookback(List<RowData> rows, Settings settings) {
    return rows.stream()
        .flatMap(row -> row.values().entrySet().stream())
        .filter(value -> !WAITS.contains(value.getKey()))
        .flatMap(value -> reach(value.getValue(), settings).stream())
        .max(Duration::compareTo)
        .orElse(Duration.ofDays(1))
        .plus(SLACK);
  }

  private static Optional<Duration> reach(Object value, Settings settings) {
    if (value instanceof Window window) {
      return Optional.of(window.lookback().orElse(settings.historyKept()));
    }
    return value instanceof Span span ? Optional.of(span.longest()) : Optional.empty();
  }
}
