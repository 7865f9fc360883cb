package org.moderato.release.drools;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import org.moderato.release.Problem;
import org.moderato.release.RuleSheet;
import org.moderato.strategy.rule.RuleInfo;

/**
 * The rule tables of a sheet as rule text.
 *
 * @param sheet where it came from
 * @param drl the text
 * @param rules its rules by name
 * @param grid the cells of the sheet
 */
record RenderedTable(RuleSheet sheet, String drl, Map<String, RuleInfo> rules, TableGrid grid)
    implements RuleText {

  private static final Pattern ORIGIN =
      Pattern.compile("rule values at ([A-Z]+\\d+), header at ([A-Z]+\\d+)");

  /** Where a rule of the text came from: its first value, and the head of its table. */
  private record Origin(CellReference values, CellReference table) {}

  /** A fault in a column of a table, or of a whole row. */
  private record Placed(Origin origin, @Nullable Integer column, Fault fault) {

    String message() {
      return fault.message();
    }
  }

  private record Column(CellReference table, @Nullable Integer number) {}

  @Override
  public List<Problem> problems(List<Fault> faults) {
    TreeMap<Integer, Origin> origins = origins();
    List<Problem> problems = new ArrayList<>();
    Map<Column, List<Placed>> columns = new LinkedHashMap<>();
    for (Fault fault : faults) {
      Map.Entry<Integer, Origin> above = origins.floorEntry(fault.line());
      if (above == null) {
        problems.add(error(grid.cellOf(fault.message()), fault));
        continue;
      }
      Origin origin = above.getValue();
      Integer column = grid.columnOf(origin.table(), origin.values().getRow(), fault.message());
      columns
          .computeIfAbsent(new Column(origin.table(), column), key -> new ArrayList<>())
          .add(new Placed(origin, column, fault));
    }
    columns.forEach((column, placed) -> problems.addAll(ofColumn(column, placed, origins)));
    return problems;
  }

  /** What is wrong in every row is wrong in the code above them. */
  private List<Problem> ofColumn(
      Column column, List<Placed> placed, TreeMap<Integer, Origin> origins) {
    Integer number = column.number();
    if (number != null && placed.size() == filledRows(column, number, origins)) {
      Fault fault = placed.get(0).fault();
      CellReference code = grid.codeOf(column.table(), number, fault.message());
      return List.of(error(code.formatAsString(false), fault));
    }
    return placed.stream().map(one -> error(cell(one).formatAsString(false), one.fault())).toList();
  }

  private int filledRows(Column column, int number, TreeMap<Integer, Origin> origins) {
    List<Integer> rows =
        origins.values().stream()
            .filter(origin -> origin.table().equals(column.table()))
            .map(origin -> origin.values().getRow())
            .collect(Collectors.toList());
    return grid.filled(rows, number).size();
  }

  private static CellReference cell(Placed fault) {
    CellReference values = fault.origin().values();
    return fault.column() == null ? values : new CellReference(values.getRow(), fault.column());
  }

  /** By the line above each rule, in which Drools notes its cells. */
  private TreeMap<Integer, Origin> origins() {
    TreeMap<Integer, Origin> origins = new TreeMap<>();
    String[] lines = drl.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      Matcher origin = ORIGIN.matcher(lines[i]);
      if (origin.find()) {
        CellReference values = new CellReference(origin.group(1));
        origins.put(i + 1, new Origin(values, new CellReference(origin.group(2))));
      }
    }
    return origins;
  }

  private Problem error(@Nullable String cell, Fault fault) {
    return error(fault.code("MOD-RUL-102"), sheet, cell, fault.message(), null);
  }

  /** An error in a sheet with rule tables. */
  static Problem error(
      String code, RuleSheet sheet, @Nullable String cell, String message, @Nullable String hint) {
    return new Problem(
        Problem.Severity.ERROR, code, sheet.file(), sheet.sheet(), cell, message, hint);
  }
}
