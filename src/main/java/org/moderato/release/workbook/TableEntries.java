package org.moderato.release.workbook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellReference;
import org.moderato.release.StrategyFiles;
import org.moderato.release.diff.Entry;
import org.moderato.release.diff.EntrySource;
import org.moderato.strategy.Names;
import org.moderato.strategy.table.Source;

/** The rows of all sheets that mean something, in the words of their cells. */
@ApplicationScoped
public class TableEntries implements EntrySource {

  private static final String ID = "id";

  @Override
  public List<Entry> entries(StrategyFiles files) {
    GridReader reader = new GridReader(new Problems());
    List<Entry> entries = new ArrayList<>();
    files
        .workbooks()
        .forEach(
            (file, bytes) ->
                reader.read(file, bytes).stream()
                    .filter(sheet -> SheetKind.of(sheet, List.of()) != SheetKind.NOT_OURS)
                    .forEach(sheet -> add(sheet, entries)));
    return entries;
  }

  private static void add(SheetGrid sheet, List<Entry> entries) {
    boolean isRuleTable = SheetKind.of(sheet, List.of()) == SheetKind.RULE_TABLE;
    int first = isRuleTable ? 0 : 1;
    for (int row = first; row <= sheet.lastRow(); row++) {
      if (!sheet.isBlankRow(row)) {
        Map<String, String> cells = cells(sheet, row, isRuleTable);
        entries.add(
            new Entry(
                part(sheet, isRuleTable),
                isRuleTable ? "" : id(cells),
                new Source(sheet.file(), sheet.name(), row + 1),
                cells));
      }
    }
  }

  /** A policy table may be spread over workbooks; rule tables are known by their place. */
  private static String part(SheetGrid sheet, boolean isRuleTable) {
    return isRuleTable ? sheet.file() + ":" + sheet.name() : sheet.name();
  }

  private static Map<String, String> cells(SheetGrid sheet, int row, boolean isRuleTable) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (GridCell cell : sheet.rows().get(row).values()) {
      String header = isRuleTable ? "" : sheet.cell(0, cell.column()).text();
      String letter = CellReference.convertNumToColString(cell.column());
      cells.put(header.isBlank() ? letter : header, cell.text());
    }
    return cells;
  }

  private static String id(Map<String, String> cells) {
    return cells.entrySet().stream()
        .filter(cell -> Names.key(cell.getKey()).equals(ID))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
