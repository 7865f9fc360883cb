package org.moderato.release.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.moderato.strategy.Names;
import org.moderato.strategy.table.RowData;
import org.moderato.strategy.table.RowHead;
import org.moderato.words.Suggestions;

/** Checks between rows, over all sheets and workbooks of a type. */
final class CrossChecks {

  private final Problems problems;

  CrossChecks(Problems problems) {
    this.problems = problems;
  }

  /** The usable rows, with names that are unique in their type. */
  List<RowData> check(List<ReadRow> rows) {
    Map<String, List<ReadRow>> types = new LinkedHashMap<>();
    rows.forEach(r -> types.computeIfAbsent(r.type().name(), t -> new ArrayList<>()).add(r));
    List<RowData> checked = new ArrayList<>();
    for (List<ReadRow> ofType : types.values()) {
      Map<String, ReadRow> byId = namedRows(ofType);
      ofType.forEach(row -> checkOverrides(row, byId));
      if (ofType.get(0).type().lookup()) {
        new LookupCheck(ofType, problems).check();
      }
      checked.addAll(named(ofType, byId));
    }
    return checked;
  }

  private Map<String, ReadRow> namedRows(List<ReadRow> rows) {
    Map<String, ReadRow> byId = new LinkedHashMap<>();
    for (ReadRow row : rows) {
      ReadRow before = row.id() == null ? null : byId.putIfAbsent(Names.word(row.id()), row);
      if (before != null) {
        String place = before.sheet().place(before.idCell());
        String message = "The Id \"" + row.id() + "\" is used already in " + place;
        String hint = "Give each row of the table an Id of its own";
        problems.error("MOD-TAB-012", row.sheet(), row.idCell(), message, hint);
      }
    }
    return byId;
  }

  private void checkOverrides(ReadRow row, Map<String, ReadRow> byId) {
    for (String target : row.overrides()) {
      String word = Names.word(target);
      if (word.equals("general")) {
        continue;
      }
      ReadRow overridden = byId.get(word);
      if (overridden == null) {
        String message = "\"" + target + "\" is not the Id of a row of this table";
        List<String> ids = byId.values().stream().map(other -> String.valueOf(other.id())).toList();
        String hint = Suggestions.hint(target, ids);
        problems.error("MOD-TAB-014", row.sheet(), row.overridesCell(), message, hint);
      } else if (overridden == row) {
        String message = "The row overrides itself";
        problems.error("MOD-TAB-014", row.sheet(), row.overridesCell(), message, "Delete its Id");
      }
    }
  }

  /** Like rows without an Id get a number; they are counted, and limit, only once all the same. */
  private List<RowData> named(List<ReadRow> rows, Map<String, ReadRow> byId) {
    Map<String, ReadRow> hashes = new HashMap<>(byId);
    Map<String, Integer> numbers = new HashMap<>();
    List<RowData> named = new ArrayList<>();
    for (ReadRow row : rows) {
      if (row.data().isEmpty()) {
        continue;
      }
      RowData data = row.data().get();
      named.add(data.head().named() ? data : unique(row, data, hashes, numbers));
    }
    return named;
  }

  private RowData unique(
      ReadRow row, RowData data, Map<String, ReadRow> hashes, Map<String, Integer> numbers) {
    String id = data.head().id();
    ReadRow first = hashes.putIfAbsent(id, row);
    if (first == null) {
      return data;
    }
    String message = "The row says the same as row " + (first.idCell().row() + 1);
    String place = first.sheet().place(first.idCell());
    problems.warning("MOD-TAB-019", row.sheet(), row.idCell().address(), message, "See " + place);
    int number = numbers.merge(id, 2, (before, two) -> before + 1);
    while (hashes.putIfAbsent(id + "-" + number, row) != null) {
      number = numbers.merge(id, 1, Integer::sum);
    }
    return new RowData(data.type(), withId(data.head(), id + "-" + number), data.values());
  }

  private static RowHead withId(RowHead head, String id) {
    return new RowHead(
        id,
        false,
        head.type(),
        head.title(),
        head.kind(),
        head.source(),
        head.scope(),
        head.validFrom(),
        head.validTo(),
        head.mode(),
        head.why(),
        head.overrides());
  }
}
