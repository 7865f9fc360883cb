package org.moderato.release.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Names;
import org.moderato.strategy.table.RowData;
import org.moderato.strategy.table.Scope;
import org.moderato.strategy.table.Source;

/** Checks between rows, over all sheets and workbooks of a type. */
final class CrossChecks {

  private final Problems problems;

  CrossChecks(Problems problems) {
    this.problems = problems;
  }

  /** The rows with names that are unique in their type. */
  List<RowData> check(List<RowData> rows) {
    Map<String, List<RowData>> types = new LinkedHashMap<>();
    rows.forEach(r -> types.computeIfAbsent(r.type().name(), t -> new ArrayList<>()).add(r));
    List<RowData> checked = new ArrayList<>();
    for (List<RowData> ofType : types.values()) {
      checked.addAll(uniqueIds(ofType));
      checkOverrides(ofType);
      if (ofType.get(0).type().lookup()) {
        checkLookups(ofType);
      }
    }
    return checked;
  }

  private List<RowData> uniqueIds(List<RowData> rows) {
    Map<String, RowData> byId = new HashMap<>();
    List<RowData> unique = new ArrayList<>();
    for (RowData row : rows) {
      RowData before = byId.putIfAbsent(Names.word(row.head().id()), row);
      if (before == null) {
        unique.add(row);
      } else if (row.head().named()) {
        String message =
            "The Id \"" + row.head().id() + "\" is used in " + before.head().source() + " too";
        error("MOD-TAB-012", row, message, "Give each row an Id of its own");
      } else {
        String message = "The row says the same as " + before.head().source();
        Source source = row.head().source();
        problems.warning("MOD-TAB-019", grid(source), "A" + source.row(), message, "Delete one");
      }
    }
    return unique;
  }

  private void checkOverrides(List<RowData> rows) {
    List<String> ids = rows.stream().map(row -> row.head().id()).toList();
    for (RowData row : rows) {
      for (String target : row.head().overrides()) {
        boolean known = ids.stream().anyMatch(id -> Names.word(id).equals(Names.word(target)));
        if (!known && !Names.word(target).equals("general")) {
          String message = "\"Overrides\" names the row \"" + target + "\", which this table lacks";
          error("MOD-TAB-014", row, message, Suggestions.hint(target, ids));
        }
      }
    }
  }

  private void checkLookups(List<RowData> rows) {
    for (int i = 0; i < rows.size(); i++) {
      for (int j = i + 1; j < rows.size(); j++) {
        if (contradict(rows.get(i), rows.get(j)) && !isSettled(rows, rows.get(i), rows.get(j))) {
          Scope scope = rows.get(j).head().scope();
          String message =
              "The row and "
                  + rows.get(i).head().source()
                  + " both match some messages, and none"
                  + " is more specific: "
                  + rows.get(i).head().scope().sorted().keySet()
                  + " and "
                  + scope.sorted().keySet();
          error("MOD-TAB-016", rows.get(j), message, "Add a row for what both match");
        }
      }
    }
  }

  private static boolean contradict(RowData one, RowData other) {
    Scope a = one.head().scope();
    Scope b = other.head().scope();
    boolean isNested = a.isStrictlyWithin(b) || b.isStrictlyWithin(a);
    return !isNested && a.overlaps(b) && !one.values().equals(other.values());
  }

  /** Whether a third row, more specific than both, speaks for all that both match. */
  private static boolean isSettled(List<RowData> rows, RowData one, RowData other) {
    Scope both = one.head().scope().and(other.head().scope());
    return rows.stream()
        .filter(row -> row != one && row != other)
        .map(row -> row.head().scope())
        .anyMatch(
            third ->
                both.isWithin(third)
                    && third.isStrictlyWithin(one.head().scope())
                    && third.isStrictlyWithin(other.head().scope()));
  }

  private void error(String code, RowData row, String message, @Nullable String hint) {
    Source source = row.head().source();
    problems.error(code, grid(source), "A" + source.row(), message, hint);
  }

  private static SheetGrid grid(Source source) {
    return new SheetGrid(
        source.file(), String.valueOf(source.sheet()), List.of(), List.of(), List.of());
  }
}
