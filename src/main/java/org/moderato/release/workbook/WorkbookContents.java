package org.moderato.release.workbook;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.moderato.release.CalendarEnd;
import org.moderato.release.Problem;
import org.moderato.release.RuleSheet;
import org.moderato.release.ScenarioSheet;
import org.moderato.strategy.table.Attribute;
import org.moderato.strategy.table.RowData;
import org.moderato.strategy.table.Settings;
import org.moderato.strategy.table.Vocabulary;
import org.moderato.strategy.time.HolidayCalendar;

/**
 * What all workbooks of a strategy hold.
 *
 * @param rows the rows of all policy tables that are enabled, in the order of files and sheets
 * @param settings what holds for the whole strategy
 * @param attributes the attributes that match columns may use, by key, built-in ones included
 * @param vocabularies the known words
 * @param holidays public holidays
 * @param calendarEnd the last holiday of the calendar; empty: it has none
 * @param ruleSheets the sheets that hold native decision tables
 * @param scenarioSheets the sheets that hold scenarios
 * @param lookback the longest window or duration of any row
 * @param problems what is wrong, in the order of files and sheets
 */
public record WorkbookContents(
    List<RowData> rows,
    Settings settings,
    Map<String, Attribute> attributes,
    List<Vocabulary> vocabularies,
    HolidayCalendar holidays,
    Optional<CalendarEnd> calendarEnd,
    List<RuleSheet> ruleSheets,
    List<ScenarioSheet> scenarioSheets,
    Duration lookback,
    List<Problem> problems) {

  public WorkbookContents {
    rows = List.copyOf(rows);
    attributes = Map.copyOf(attributes);
    vocabularies = List.copyOf(vocabularies);
    ruleSheets = List.copyOf(ruleSheets);
    scenarioSheets = List.copyOf(scenarioSheets);
    problems = List.copyOf(problems);
  }
}
