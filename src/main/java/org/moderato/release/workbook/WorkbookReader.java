package org.moderato.release.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.moderato.release.ScenarioSheet;
import org.moderato.strategy.table.RowData;
import org.moderato.strategy.table.Settings;
import org.moderato.strategy.table.TableType;
import org.moderato.words.Suggestions;

/** Reads all workbooks of a strategy: bytes in, typed rows and problems out. */
public final class WorkbookReader {

  /** Names of sheets that a person may have meant beside those of the tables. */
  private static final List<String> RESERVED =
      List.of("Vocabularies", "Attributes", "Settings", "Calendar", "Scenarios", "Read me");

  /**
   * Never throws for what is wrong with the workbooks.
   *
   * @param workbooks bytes of .xlsx files by path inside the strategy
   * @param types the types of policy tables that the rule files declare
   */
  public WorkbookContents read(SortedMap<String, byte[]> workbooks, List<TableType> types) {
    Problems problems = new Problems();
    GridReader reader = new GridReader(problems);
    List<SheetGrid> sheets = new ArrayList<>();
    workbooks.forEach((file, bytes) -> sheets.addAll(reader.read(file, bytes)));
    return new Reading(sheets, types, problems).contents();
  }

  /** One reading of all sheets. */
  private static final class Reading {

    private final List<SheetGrid> sheets;
    private final List<TableType> types;
    private final Problems problems;
    private final Words words = new Words();
    private final VocabularySheets vocabularies;
    private final AttributeSheets attributes;
    private final SettingsSheet settings;
    private final CalendarSheets calendar;

    Reading(List<SheetGrid> sheets, List<TableType> types, Problems problems) {
      this.sheets = sheets;
      this.types = types;
      this.problems = problems;
      this.vocabularies = new VocabularySheets(words, problems);
      this.attributes = new AttributeSheets(types, problems);
      this.settings = new SettingsSheet(problems);
      this.calendar = new CalendarSheets(problems);
    }

    WorkbookContents contents() {
      // What holds for all tables may stand in any workbook, also in the last one.
      of(SheetKind.VOCABULARIES).forEach(vocabularies::read);
      of(SheetKind.ATTRIBUTES).forEach(attributes::read);
      of(SheetKind.SETTINGS).forEach(settings::read);
      of(SheetKind.CALENDAR).forEach(calendar::read);
      vocabularies.checkNames(attributes.attributes(), types);
      List<RowData> rows = new CrossChecks(problems).check(policyRows());
      of(SheetKind.RULE_TABLE).forEach(sheet -> new RuleSheetLint(sheet, words, problems).check());
      ScenarioSheets scenarios = new ScenarioSheets(problems);
      List<ScenarioSheet> scenarioSheets = of(SheetKind.SCENARIOS).map(scenarios::read).toList();
      of(SheetKind.UNKNOWN).filter(sheet -> sheet.lastRow() >= 0).forEach(this::reportUnknown);
      Settings theirs = settings.settings();
      return new WorkbookContents(
          rows,
          theirs,
          attributes.attributes(),
          words.all(),
          calendar.holidays(),
          calendar.end(),
          of(SheetKind.RULE_TABLE).map(RuleSheets::of).toList(),
          scenarioSheets,
          Lookback.of(rows, theirs),
          problems.sorted(sheets));
    }

    private Stream<SheetGrid> of(SheetKind kind) {
      return sheets.stream().filter(sheet -> SheetKind.of(sheet, types) == kind);
    }

    private List<ReadRow> policyRows() {
      PolicySheet reader = new PolicySheet(words, attributes.attributes(), problems);
      List<ReadRow> rows = new ArrayList<>();
      of(SheetKind.POLICY_TABLE)
          .forEach(
              sheet ->
                  SheetKind.type(sheet, types)
                      .ifPresent(type -> rows.addAll(reader.read(sheet, type))));
      return rows;
    }

    private void reportUnknown(SheetGrid sheet) {
      List<String> known =
          Stream.concat(types.stream().map(TableType::title).sorted(), RESERVED.stream()).toList();
      String message = "\"" + sheet.name() + "\" is no table that a rule file declares";
      String aside = "Notes, and copies that are kept aside, begin with _";
      String hint = Suggestions.hint(sheet.name(), known) + "; or is it no table? " + aside;
      problems.error("MOD-TAB-001", sheet, (String) null, message, hint);
    }
  }
}
